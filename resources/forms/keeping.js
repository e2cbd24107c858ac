/* Keeps what was said in the browser; where that cannot be, the page says so. */

const PLACE = `digimaturity-form:${FORM.identity.form}`;

let keeps = true;
let saved = ""; // SHA-256 of what was last saved as a file or copied

function keep(page) {
  const { checksum } = FORM.identity;
  try {
    localStorage.setItem(PLACE, JSON.stringify({ checksum, answers, page, saved }));
    keeps = true;
  } catch {
    keeps = false; // no storage at all, or a full one
  }
}

/* The page of the last visit, 0 where there was none; its answers are there again. */
function resume() {
  try {
    const kept = JSON.parse(localStorage.getItem(PLACE));
    if (kept && kept.checksum === FORM.identity.checksum) {
      takeAnswers(kept.answers);
      saved = String(kept.saved);
      return Number(kept.page) || 0;
    }
  } catch {
    // what cannot be read is written anew with the next answer
  }
  return 0;
}

function forgetAll() {
  answers = {};
  saved = "";
}

/* Whether something was said that no saved file holds. */
function isUnsaved() {
  return Object.keys(allSaid()).length > 0 && sha256(canonical(allSaid())) !== saved;
}
