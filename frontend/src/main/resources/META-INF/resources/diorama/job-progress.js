// @ts-check
import { element } from './element/dom.js';
import { takeEarlyProperties } from './element/early-properties.js';
import { languageOf, wordsFor } from './element/language.js';
import { sharedStyles } from './element/shared-styles.js';
import { fill } from './text/fill.js';
import { progressMessages } from './progress/messages.js';
import { Preview } from './progress/preview.js';
import { progressStyles, STATES } from './progress/styles.js';

/** @typedef {import('./progress/messages.js').ProgressWords} ProgressWords */
/** @typedef {(typeof STATES)[number]} JobState */

/**
 * `<diorama-job-progress>`: how far a job is. Fetches nothing but the preview picture; the server sets its properties.
 *
 * Properties: `state` queued | running | succeeded | failed | cancelled | quarantined (upper case is understood too) ·
 * `fraction` 0 … 1, null while unknown · `stage` name of the stage · `stageNumber` from 1, `stageCount` (0: not shown) ·
 * `eta` a ready sentence such as "2–4 min left" · `previewUrl` (empty: none) · `i18n` a partial table over
 * progress/messages.js. Attribute `compact`: no preview, no stage line. Parts: `state`, `bar`, `preview`.
 */
export class DioramaJobProgress extends HTMLElement {
  static observedAttributes = ['compact'];

  #root = this.attachShadow({ mode: 'open' });
  /** @type {JobState} */
  #state = 'queued';
  /** @type {number | null} */
  #fraction = null;
  #stage = '';
  #stageNumber = 0;
  #stageCount = 0;
  #eta = '';
  #previewUrl = '';
  /** @type {Partial<ProgressWords> | null} */
  #i18n = null;
  #stateText = element('span', { class: 'state', part: 'state' });
  #percent = element('span', { class: 'percent' });
  #fill = element('span');
  #bar = element('div', { class: 'bar', part: 'bar', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': 100 }, this.#fill);
  #stageText = element('div', { class: 'stage' });
  #etaText = element('div', { class: 'eta' });
  #preview = new Preview();
  #whole = element(
    'div',
    { class: 'whole' },
    element('div', { class: 'line' }, this.#stateText, this.#percent),
    this.#bar,
    this.#stageText,
    this.#etaText,
    this.#preview.node,
  );
  #queued = false;

  constructor() {
    super();
    this.#root.adoptedStyleSheets = [sharedStyles, progressStyles];
    this.#root.append(this.#whole);
    takeEarlyProperties(this, ['state', 'fraction', 'stage', 'stageNumber', 'stageCount', 'eta', 'previewUrl', 'i18n']);
  }

  connectedCallback() {
    this.#changed();
  }

  attributeChangedCallback() {
    this.#changed();
  }

  /** @returns {string} */
  get state() {
    return this.#state;
  }

  set state(state) {
    const wanted = String(state).toLowerCase();
    this.#state = STATES.find((known) => known === wanted) ?? 'queued';
    this.#changed();
  }

  get fraction() {
    return this.#fraction;
  }

  set fraction(fraction) {
    this.#fraction = typeof fraction === 'number' && Number.isFinite(fraction) ? Math.min(1, Math.max(0, fraction)) : null;
    this.#changed();
  }

  get stage() {
    return this.#stage;
  }

  set stage(stage) {
    this.#stage = stage ?? '';
    this.#changed();
  }

  get stageNumber() {
    return this.#stageNumber;
  }

  set stageNumber(number) {
    this.#stageNumber = number;
    this.#changed();
  }

  get stageCount() {
    return this.#stageCount;
  }

  set stageCount(count) {
    this.#stageCount = count;
    this.#changed();
  }

  get eta() {
    return this.#eta;
  }

  set eta(eta) {
    this.#eta = eta ?? '';
    this.#changed();
  }

  get previewUrl() {
    return this.#previewUrl;
  }

  set previewUrl(url) {
    this.#previewUrl = url ?? '';
    this.#changed();
  }

  get i18n() {
    return this.#i18n;
  }

  set i18n(words) {
    this.#i18n = words;
    this.#changed();
  }

  /** Several properties arrive together; they are shown once. */
  #changed() {
    if (this.isConnected && !this.#queued) {
      this.#queued = true;
      queueMicrotask(() => {
        this.#queued = false;
        this.#show();
      });
    }
  }

  #show() {
    const words = wordsFor(this, progressMessages, this.#i18n);
    const compact = this.hasAttribute('compact');
    const running = this.#state === 'running';
    const fraction = this.#state === 'succeeded' ? 1 : this.#fraction;
    this.#stateText.dataset.state = this.#state;
    this.#stateText.textContent = words[this.#state];
    this.#bar.hidden = fraction === null && !running;
    this.#bar.classList.toggle('unknown', fraction === null && running);
    this.#bar.classList.toggle('ended', this.#state === 'failed' || this.#state === 'cancelled' || this.#state === 'quarantined');
    this.#bar.setAttribute('aria-label', words.progress);
    if (fraction === null) {
      this.#bar.removeAttribute('aria-valuenow');
      this.#fill.style.width = '';
      this.#percent.textContent = '';
    } else {
      const percent = Math.floor(fraction * 100);
      this.#bar.setAttribute('aria-valuenow', String(percent));
      this.#fill.style.width = `${fraction * 100}%`;
      this.#percent.textContent = (percent / 100).toLocaleString(languageOf(this), { style: 'percent' });
    }
    const place = this.#stageCount > 0 ? fill(words.stages, { number: this.#stageNumber, count: this.#stageCount }) : '';
    this.#stageText.textContent = [place, this.#stage].filter((part) => part !== '').join(' · ');
    this.#stageText.hidden = compact || this.#stageText.textContent === '';
    this.#etaText.textContent = this.#eta;
    this.#etaText.hidden = this.#eta === '';
    this.#preview.show(compact ? '' : this.#previewUrl, words.preview);
    this.#whole.classList.toggle('pictured', !compact && this.#previewUrl !== '');
  }
}

customElements.define('diorama-job-progress', DioramaJobProgress);
