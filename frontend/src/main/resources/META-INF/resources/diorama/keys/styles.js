// @ts-check
import { styleSheet } from '../element/dom.js';

export const keyStyles = styleSheet(`
  :host { display: contents; }
  dialog {
    width: min(26rem, calc(100vw - 2rem)); max-height: calc(100dvh - 4rem); overflow-y: auto;
    padding: 1.25rem; border: 1px solid var(--line); border-radius: 14px;
    background: var(--surface); color: inherit; font: inherit;
  }
  dialog::backdrop { background: rgb(10 16 17 / 55%); }
  h2 { margin: 0 0 1rem; font-size: 1.25rem; }
  dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.5rem 1.25rem; align-items: baseline; margin: 0 0 1rem; }
  dd { margin: 0; overflow-wrap: anywhere; }
  kbd {
    display: inline-block; min-width: 1.6em; padding: 0.1em 0.4em; text-align: center;
    border: 1px solid var(--line-strong); border-bottom-width: 2px; border-radius: 5px;
    font: 600 0.875rem ui-monospace, Menlo, Consolas, monospace;
  }
  label { display: flex; align-items: center; gap: 0.5rem; min-height: 2rem; margin-bottom: 1rem; }
  input { width: 1.25rem; height: 1.25rem; accent-color: var(--accent); }
`);
