// @ts-check
import { styleSheet } from '../element/dom.js';

export const reportStyles = styleSheet(`
  section { margin-top: 1.5rem; }
  h2, h3 { font-size: 1.0625rem; margin: 0 0 0.5rem; }
  p { margin: 0 0 0.75rem; max-width: 62ch; color: var(--ink-soft); }
  .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 1rem; }
  .chart { width: 100%; height: auto; display: block; max-width: 34rem; }
  .chart text { font-size: 11px; fill: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .chart .rule { stroke: var(--line); }
  .chart .axis, .chart .tick { stroke: var(--line-strong); }
  .series polyline { fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linejoin: round; }
  .series circle, .series rect, .series path { fill: currentColor; }
  .series.green, .key.green { color: light-dark(#1f6b33, #7fd497); }
  .series.red, .key.red { color: light-dark(#b3261e, #ff8a80); }
  .series.blue, .key.blue { color: light-dark(#1d4fb8, #8fb4ff); }
  .series.green polyline { stroke-dasharray: 6 3; }
  .series.blue polyline { stroke-dasharray: 2 3; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0 0 0.5rem; padding: 0; font-size: 0.875rem; }
  .legend li { display: inline-flex; align-items: center; gap: 0.375rem; }
  .legend svg { width: 0.875rem; height: 0.875rem; }
  .legend svg * { fill: currentColor; }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: 0.875rem; }
  th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid var(--line); text-align: end; }
  th:first-child, td:first-child { text-align: start; }
  td.best { font-weight: 600; }
`);
