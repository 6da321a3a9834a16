// @ts-check

const en = {
  stages: 'Stage {number} of {count}',
  queued: 'Queued',
  running: 'Running',
  succeeded: 'Done',
  failed: 'Failed',
  cancelled: 'Cancelled',
  quarantined: 'Quarantined',
  progress: 'Progress',
  preview: 'Preview',
};

/** @typedef {Record<keyof typeof en, string>} ProgressWords */

/** @type {ProgressWords} */
const de = {
  stages: 'Schritt {number} von {count}',
  queued: 'Wartet',
  running: 'Läuft',
  succeeded: 'Fertig',
  failed: 'Fehlgeschlagen',
  cancelled: 'Abgebrochen',
  quarantined: 'In Quarantäne',
  progress: 'Fortschritt',
  preview: 'Vorschau',
};

export const progressMessages = { en, de };
