/** Runs once, before the first request; the page server looks for this name. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: the bundler replaces it, so that no other runtime gets Node's modules
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { takeDirectAnswers } = await import('#app/_lib/runs/answer-directly.ts');
  takeDirectAnswers();
}
