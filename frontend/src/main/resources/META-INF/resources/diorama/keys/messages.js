// @ts-check

/** What the keyboard help and the offline banner say. */
export const keyMessages = {
  en: {
    title: 'Keys',
    close: 'Close',
    search: 'Search',
    help: 'These keys',
    escape: 'Close what is open',
    then: 'then',
    offline: 'No connection to the studio. What you see may be old; it goes on by itself once the connection is back.',
  },
  de: {
    title: 'Tasten',
    close: 'Schließen',
    search: 'Suchen',
    help: 'Diese Tasten',
    escape: 'Offenes schließen',
    then: 'dann',
    offline: 'Keine Verbindung zum Studio. Was Sie sehen, kann veraltet sein; es geht von selbst weiter, sobald sie wieder da ist.',
  },
};

/** @typedef {typeof keyMessages.en} KeyWords */
