// @ts-check
import { styleSheet } from '../element/dom.js';

export const compareStyles = styleSheet(`
  :host { container-type: inline-size; }
  .toolbar { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: center; margin-bottom: 0.5rem; }
  .group { display: inline-flex; }
  .group button { border-radius: 0; margin-inline-start: -1px; }
  .group button:first-child { border-start-start-radius: var(--radius); border-end-start-radius: var(--radius); margin: 0; }
  .group button:last-child { border-start-end-radius: var(--radius); border-end-end-radius: var(--radius); }
  .group button:focus-visible { position: relative; z-index: 1; }
  .group .zoom {
    min-width: 4.2em; padding: 0 0.25rem; display: grid; place-items: center;
    border-block: 1px solid var(--line-strong); background: var(--surface);
    font-variant-numeric: tabular-nums; font-size: 0.875rem;
  }
  .zoom-group button { padding: 0 0.5rem; }
  .panels { display: inline-flex; gap: 0.5rem; }
  .spring { flex: 1; }
  .gain { display: flex; flex-wrap: wrap; align-items: center; gap: 0.25rem 0.75rem; margin-bottom: 0.5rem; }
  .gain input { accent-color: var(--accent); width: min(14rem, 60cqw); height: 1.75rem; }
  .gain output { min-width: 3ch; font-variant-numeric: tabular-nums; font-weight: 600; }
  .gain small { color: var(--ink-soft); font-size: 0.875rem; }
  .stage {
    position: relative;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    background: light-dark(#d9d5cc, #0a0f10);
    height: var(--diorama-compare-height, clamp(240px, 62cqw, 68vh));
    touch-action: pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  .stage.zoomed { touch-action: none; cursor: grab; }
  .stage.loupe-on { cursor: crosshair; }
  .stage:focus-visible { outline-offset: 3px; }
  .stage canvas { display: block; width: 100%; height: 100%; }
  .tag {
    position: absolute; top: 0.5rem;
    max-width: calc(50% - 1rem);
    padding: 0.125rem 0.625rem;
    border-radius: 999px;
    background: rgb(12 20 21 / 82%); color: #fff;
    font-size: 0.8125rem; font-weight: 600;
    overflow: hidden; text-overflow: ellipsis; white-space: nowrap;
    pointer-events: none;
  }
  .tag.before { inset-inline-start: 0.5rem; }
  .tag.after { inset-inline-end: 0.5rem; }
  .handle {
    position: absolute; top: 0; bottom: 0; width: 44px; margin-left: -22px;
    cursor: ew-resize; touch-action: none; outline: none;
  }
  .handle::before {
    content: ''; position: absolute; top: 0; bottom: 0; left: 21px; width: 2px;
    background: #fff; box-shadow: 0 0 0 1px rgb(0 0 0 / 55%);
  }
  .grip {
    position: absolute; top: 50%; left: 50%; width: 40px; height: 40px; margin: -20px;
    display: grid; place-items: center;
    border-radius: 50%; background: #fff; color: #1c2526; box-shadow: 0 1px 6px rgb(0 0 0 / 50%);
  }
  .handle:focus-visible .grip { outline: 3px solid #fff; box-shadow: 0 0 0 6px #8a4b00; }
  .cover {
    position: absolute; inset: 0; padding: 1.5rem;
    display: grid; place-content: center; justify-items: center; gap: 1rem; text-align: center;
    background: var(--sunken);
  }
  .cover.empty { visibility: hidden; }
  .cover p { margin: 0; max-width: 46ch; }
  .spinner {
    width: 2.5rem; height: 2.5rem; border-radius: 50%;
    border: 3px solid var(--line); border-top-color: var(--accent);
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn { to { transform: rotate(1turn); } }
  .notice { margin: 0.5rem 0 0; color: var(--ink-soft); font-size: 0.875rem; }
  .loupe, .noise {
    margin-top: 0.75rem; padding: 0.75rem;
    border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface);
  }
  .loupe .caption { margin: 0 0 0.5rem; }
  .loupe .place { color: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .lenses { display: grid; grid-template-columns: repeat(3, minmax(0, 14rem)); gap: 0.5rem; }
  figure { margin: 0; min-width: 0; }
  .lens { position: relative; aspect-ratio: 1; background: var(--sunken); border: 1px solid var(--line); border-radius: 4px; overflow: hidden; }
  .lens canvas { width: 100%; height: 100%; image-rendering: pixelated; display: block; }
  .lens::after {
    content: ''; position: absolute; left: calc(100% / 15 * 7); top: calc(100% / 15 * 7);
    width: calc(100% / 15); height: calc(100% / 15);
    outline: 1.5px solid #fff; box-shadow: 0 0 0 3px rgb(0 0 0 / 70%);
  }
  figcaption { font-size: 0.875rem; font-weight: 600; }
  .loupe figcaption { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 0.5rem; padding-top: 0.25rem; }
  .values { font-weight: 400; font-variant-numeric: tabular-nums; min-height: 1.45em; }
  .noise p { margin: 0 0 0.5rem; }
  .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr)); gap: 0.75rem; }
  .chart { width: 100%; height: auto; display: block; max-width: 34rem; }
  .chart text { font-size: 11px; fill: var(--ink-soft); font-variant-numeric: tabular-nums; }
  .chart .rule { stroke: var(--line); }
  .chart .axis, .chart .tick { stroke: var(--line-strong); }
  .series polyline { fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linejoin: round; }
  .series circle, .series rect, .series path { fill: currentColor; }
  .series.red { color: light-dark(#b3261e, #ff8a80); }
  .series.green { color: light-dark(#1f6b33, #7fd497); }
  .series.blue { color: light-dark(#1d4fb8, #8fb4ff); }
  .series.green polyline { stroke-dasharray: 6 3; }
  .series.blue polyline { stroke-dasharray: 2 3; }
  .legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; list-style: none; margin: 0 0 0.5rem; padding: 0; font-size: 0.875rem; }
  .legend li { display: inline-flex; align-items: center; gap: 0.375rem; }
  details { margin-top: 0.5rem; }
  summary { cursor: pointer; min-height: 1.75rem; width: fit-content; color: var(--accent-text); }
  .scroll { overflow-x: auto; }
  table { border-collapse: collapse; font-size: 0.8125rem; font-variant-numeric: tabular-nums; }
  th, td { padding: 0.25rem 0.625rem; text-align: end; border-bottom: 1px solid var(--line); white-space: nowrap; }
  @container (max-width: 560px) {
    .toolbar .group { flex: 1 1 100%; }
    .toolbar .group button, .panels button { flex: 1 1 auto; padding: 0 0.375rem; font-size: 0.875rem; }
    .tag { white-space: normal; border-radius: 10px; font-size: 0.75rem; }
    .toolbar .spring { display: none; }
    .toolbar .panels { flex: 1 1 100%; }
    .loupe, .noise { padding: 0.5rem; }
    .lenses { gap: 0.25rem; }
    .loupe figcaption { flex-direction: column; }
    figcaption { font-size: 0.8125rem; }
  }
`);
