// @ts-check
import { styleSheet } from '../element/dom.js';

export const uploadStyles = styleSheet(`
  :host { container-type: inline-size; }
  .zone {
    display: grid; justify-items: center; gap: 0.5rem;
    padding: 1.75rem 1rem;
    border: 2px dashed var(--line-strong);
    border-radius: var(--radius);
    background: var(--surface);
    text-align: center;
  }
  .zone p { margin: 0; }
  .zone .limits { color: var(--ink-soft); font-size: 0.875rem; }
  .zone .tray { color: var(--accent-text); }
  .zone button { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; padding: 0 1.25rem; min-height: 2.5rem; }
  .zone button:hover { filter: brightness(1.08); }
  :host([compact]) .zone { grid-auto-flow: column; justify-content: center; align-items: center; padding: 0.75rem; gap: 1rem; }
  .veil {
    position: fixed; inset: 0.75rem; z-index: 1000;
    display: grid; place-content: center;
    border: 3px dashed var(--accent); border-radius: 16px;
    background: color-mix(in srgb, var(--sunken) 88%, transparent);
    font-size: 1.5rem; font-weight: 600; text-align: center;
    pointer-events: none;
  }
  .foot { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; margin: 0.75rem 0 0.25rem; }
  .foot .summary { flex: 1 1 12rem; font-variant-numeric: tabular-nums; color: var(--ink-soft); }
  @container (max-width: 480px) {
    :host([compact]) .zone { grid-auto-flow: row; gap: 0.25rem; }
    :host([compact]) .zone .tray, :host([compact]) .zone .drop { display: none; }
  }
  ul { list-style: none; margin: 0; padding: 0; }
  .row {
    display: grid; grid-template-columns: 1.5rem minmax(0, 1fr) auto; gap: 0.25rem 0.5rem; align-items: center;
    padding: 0.5rem 0.25rem;
    border-bottom: 1px solid var(--line);
    border-radius: 6px;
  }
  .text { display: grid; gap: 0.25rem; min-width: 0; }
  .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; unicode-bidi: isolate; }
  .status { color: var(--ink-soft); font-size: 0.875rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
  .row[data-state='refused'] .status, .row[data-state='refused'] .mark { color: var(--danger-text); }
  .row[data-state='finished'] .mark { color: var(--accent-text); }
  .mark { display: grid; place-items: center; }
  .row:not([data-state='finished'], [data-state='refused']) .mark::before {
    content: ''; width: 0.625rem; height: 0.625rem; border-radius: 50%; border: 2px solid var(--line-strong);
  }
  .row[data-state='sending'] .mark::before { border-color: var(--accent); background: var(--accent); }
  .bar { height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
  .bar span { display: block; height: 100%; background: var(--accent); transition: width 200ms linear; }
  .row[data-state='paused'] .bar span, .row[data-state='retrying'] .bar span { background: var(--line-strong); }
  .actions { display: flex; gap: 0.25rem; }
  .icon { display: grid; place-items: center; padding: 0; border-color: transparent; background: transparent; }
`);
