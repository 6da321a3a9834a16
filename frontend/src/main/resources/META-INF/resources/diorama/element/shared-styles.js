// @ts-check
import { styleSheet } from './dom.js';

/**
 * Buttons, focus rings and hidden text, the same in every Diorama element. Colours are the `--studio-*` properties of
 * theme.css with a fallback each, so an element also stands alone.
 */
export const sharedStyles = styleSheet(`
  :host {
    display: block;
    box-sizing: border-box;
    font: 400 0.9375rem/1.45 var(--lumo-font-family, system-ui, sans-serif);
    color: var(--studio-ink, light-dark(#1c2526, #eef2ef));
    --surface: var(--studio-surface, light-dark(#fffdf9, #182122));
    --sunken: var(--studio-paper, light-dark(#f6f3ec, #101617));
    --line: var(--studio-line, light-dark(#ddd6c8, #2f3d3e));
    --line-strong: var(--studio-line-strong, light-dark(#80857f, #71817f));
    --ink-soft: var(--studio-ink-soft, light-dark(#4c5a5b, #b3c0bd));
    --accent: var(--studio-accent, light-dark(#0b6a69, #46b8b0));
    --on-accent: var(--studio-on-accent, light-dark(#ffffff, #06211f));
    --accent-soft: var(--studio-accent-soft, light-dark(#dcefec, #1b3a38));
    --accent-text: var(--studio-accent-text, light-dark(#0a5f5e, #74d6cd));
    --danger-text: var(--studio-failed, light-dark(#a3271f, #ff9d92));
    --focus: var(--studio-focus, light-dark(#8a4b00, #ffc466));
    --radius: var(--studio-radius, 10px);
  }
  :host([hidden]) { display: none; }
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  button, select, input { font: inherit; color: inherit; }
  button {
    min-height: 2.25rem;
    min-width: 2.25rem;
    padding: 0 0.75rem;
    border: 1px solid var(--line-strong);
    border-radius: calc(var(--radius) * 0.8);
    background: var(--surface);
    cursor: pointer;
  }
  button:hover { background: var(--accent-soft); }
  button:disabled { opacity: 0.55; cursor: default; }
  button[aria-pressed='true'], button[aria-checked='true'] {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
  .visually-hidden {
    position: absolute;
    width: 1px; height: 1px;
    margin: -1px; padding: 0; border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .error { color: var(--danger-text); }
  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after { animation-duration: 0.01ms !important; animation-iteration-count: 1 !important; transition-duration: 0.01ms !important; }
  }
  @media (forced-colors: active) {
    button[aria-pressed='true'], button[aria-checked='true'] { outline: 2px solid Highlight; }
  }
`);
