/** A value of the log that can be filtered by, with its bar. */
export type ValueRow = {
  key: string;
  label: string;
  count: number;
  /** The filter is set to it. */
  isChosen: boolean;
  /** Sets the filter to it, or takes it away again. */
  onToggle: () => void;
  /** Parts of the bar from the start, by the names they have in the table; one plain bar without them. */
  parts?: readonly Part[];
  /** Colour of the plain bar, as a class. */
  tone?: string;
};

/** A span of time; `short` stands under the chart's ends. */
export type TimeRow = ValueRow & { short: string };

export type Part = { name: string; count: number; tone: string };
