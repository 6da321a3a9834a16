// @ts-check

/**
 * Keeps a session alive that an identity provider vouches for, as long as its page is open: every four minutes (access
 * tokens commonly live five) and when the page comes back into view. The answer is 204, or a redirect to the provider
 * where it wants to see the person again; then the next thing that the person does leads there, and nothing is lost by
 * waiting for it.
 */

const INTERVAL_MILLIS = 4 * 60_000;
const ADDRESS = '/sign-in/oidc/renew';

let lastAsked = Date.now();

async function renew() {
  if (document.visibilityState === 'hidden' || Date.now() - lastAsked < INTERVAL_MILLIS / 2) {
    return;
  }
  lastAsked = Date.now();
  try {
    await fetch(ADDRESS, { redirect: 'manual', cache: 'no-store' });
  } catch {
    // Offline: the page says so itself, and the next turn asks again.
  }
}

setInterval(renew, INTERVAL_MILLIS);
document.addEventListener('visibilitychange', renew);
