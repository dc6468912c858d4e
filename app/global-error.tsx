'use client';

import '#app/globals.css';

/** The layout itself failed, so neither messages nor theme are at hand: both languages, plain. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body className="flex min-h-dvh flex-col items-center justify-center gap-3 p-4 text-center">
        <title>Baijia</title>
        <h1 className="font-semibold text-lg">Baijia failed to show this page.</h1>
        <p lang="zh-CN">百家无法显示此页面。</p>
        <button
          type="button"
          onClick={reset}
          className="min-h-10 rounded-md bg-accent px-4 font-medium text-on-accent"
        >
          Try again · <span lang="zh-CN">重试</span>
        </button>
      </body>
    </html>
  );
}
