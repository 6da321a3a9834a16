// @ts-check

const en = {
  loading: 'Reading the report …',
  failed: 'The report could not be read. Reload the page; if it stays, tell your operator.',
  match: 'How near it comes',
  matchNote: 'Lower is better. Measured on {pairs} pictures that were kept out of the training.',
  law: 'Noise law',
  deviation: 'Deviation by brightness',
  mean: 'Mean by brightness',
  autocorrelation: 'Autocorrelation along the row',
  curve: 'Training',
  brightness: 'clean brightness, 8-bit codes',
  lag: 'distance, pixels',
  step: 'step',
  real: 'real',
  flow: 'flow',
  heteroscedastic: 'heteroscedastic',
  isotropic: 'isotropic',
  training: 'training',
  validation: 'held out',
  ranking: 'Most likely first',
  camera: 'Camera',
  iso: 'ISO',
  nll: 'NLL, nats per sample',
  verdict: 'Most likely {camera} at ISO {iso}, ahead of the next by {margin} nats per sample.',
  green: 'green channel',
};

/** @typedef {Record<keyof typeof en, string>} ReportWords */

/** @type {ReportWords} */
const de = {
  loading: 'Der Bericht wird gelesen …',
  failed: 'Der Bericht war nicht zu lesen. Laden Sie die Seite neu; bleibt es dabei, sagen Sie es Ihrem Betreiber.',
  match: 'Wie nahe es herankommt',
  matchNote: 'Weniger ist besser. Gemessen an {pairs} Bildern, die im Training nicht vorkamen.',
  law: 'Rauschgesetz',
  deviation: 'Streuung nach Helligkeit',
  mean: 'Mittel nach Helligkeit',
  autocorrelation: 'Autokorrelation entlang der Zeile',
  curve: 'Training',
  brightness: 'saubere Helligkeit, 8-Bit-Stufen',
  lag: 'Abstand, Pixel',
  step: 'Schritt',
  real: 'echt',
  flow: 'Flow',
  heteroscedastic: 'heteroskedastisch',
  isotropic: 'isotrop',
  training: 'Training',
  validation: 'zurückgehalten',
  ranking: 'Das Wahrscheinlichste zuerst',
  camera: 'Kamera',
  iso: 'ISO',
  nll: 'NLL, Nats je Wert',
  verdict: 'Am wahrscheinlichsten {camera} bei ISO {iso}, {margin} Nats je Wert vor der nächsten.',
  green: 'grüner Kanal',
};

export const reportMessages = { en, de };
