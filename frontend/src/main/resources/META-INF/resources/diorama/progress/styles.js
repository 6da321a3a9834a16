// @ts-check
import { styleSheet } from '../element/dom.js';

/** @param {string} state */
const icon = (state) => `url("${new URL(`../icons/state-${state}.svg`, import.meta.url).href}")`;

export const STATES = /** @type {const} */ (['queued', 'running', 'succeeded', 'failed', 'cancelled', 'quarantined']);

const FALLBACKS = {
  queued: ['#44546a', '#b4c4d8'],
  running: ['#0a5f5e', '#74d6cd'],
  succeeded: ['#1f6433', '#86d69a'],
  failed: ['#a3271f', '#ff9d92'],
  cancelled: ['#575d5c', '#b3bbb8'],
  quarantined: ['#74358c', '#dcb0ef'],
};

export const progressStyles = styleSheet(`
  :host { container-type: inline-size; }
  .whole { display: grid; gap: 0.375rem 1rem; }
  .whole.pictured { grid-template-columns: minmax(0, 1fr) minmax(6rem, 14rem); grid-template-rows: auto auto auto 1fr; }
  .whole.pictured .preview { grid-column: 2; grid-row: 1 / span 4; }
  .line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; }
  .state { display: inline-flex; align-items: center; gap: 0.375rem; font-weight: 600; }
  .state::before { content: ''; width: 1.125rem; height: 1.125rem; background: currentColor; mask: var(--icon) center / contain no-repeat; }
  ${STATES.map((state) => `.state[data-state='${state}'] { --icon: ${icon(state)}; color: var(--studio-${state}, light-dark(${FALLBACKS[state].join(', ')})); }`).join('\n  ')}
  .percent { margin-inline-start: auto; font-variant-numeric: tabular-nums; font-weight: 600; }
  .bar { height: 10px; border-radius: 5px; background: var(--line); overflow: hidden; }
  .bar span { display: block; height: 100%; border-radius: 5px; background: var(--accent); transition: width 400ms ease-out; }
  .bar.unknown span { width: 30%; animation: slide 1.6s ease-in-out infinite alternate; }
  .bar.ended span { background: var(--line-strong); }
  @keyframes slide { from { transform: translateX(-20%); } to { transform: translateX(260%); } }
  .stage { overflow-wrap: anywhere; }
  .eta { color: var(--ink-soft); font-size: 0.875rem; font-variant-numeric: tabular-nums; }
  .preview { position: relative; aspect-ratio: 4 / 3; border-radius: var(--radius); overflow: hidden; background: var(--sunken); border: 1px solid var(--line); }
  .preview img { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: contain; animation: appear 600ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
  @container (max-width: 420px) {
    .whole.pictured { grid-template: none / minmax(0, 1fr); }
    .whole.pictured .preview { grid-column: 1; grid-row: auto; }
  }
`);
