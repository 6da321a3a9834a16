// @ts-check

/**
 * The `detail` of RFC 9457 problem details, else its `title`, else null. The text is shown as text and cut, since an answer
 * may come from anything between us and the server.
 *
 * @param {string} body
 * @returns {string | null}
 */
export function problemDetail(body) {
  try {
    const problem = JSON.parse(body);
    const said = [problem?.detail, problem?.title].find((text) => typeof text === 'string' && text.trim() !== '');
    return said === undefined ? null : said.slice(0, 500);
  } catch {
    return null;
  }
}
