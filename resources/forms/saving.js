/* What goes back: the answers as a small file, or the same text to be copied. */

/* The document of a returned form; its checksum is over all the rest. */
function returnDocument(now = new Date()) {
  const filled = `${now.toISOString().slice(0, 19)}Z`;
  const rest = { format: FORM.format, form: FORM.identity, filled, answers: allSaid() };
  return { ...rest, sha256: sha256(canonical(rest)) };
}

function saveFile() {
  const blob = new Blob([`${canonical(returnDocument())}\n`], { type: "application/json" });
  const link = make("a", { href: URL.createObjectURL(blob), download: FORM.file });
  link.click();
  // The browser reads it after this; how soon, none tells.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  wasSaved();
  ends.saved.hidden = false;
  ends.saved.scrollIntoView({ block: "nearest" });
  tell(say("savedTitle"));
}

async function copyText() {
  ends.text.value = canonical(returnDocument());
  ends.words.hidden = false;
  ends.words.scrollIntoView({ block: "nearest" });
  ends.text.select();
  try {
    await navigator.clipboard.writeText(ends.text.value);
  } catch {
    document.execCommand("copy"); // where pages from a file may not use the clipboard
  }
  wasSaved();
  tell(ends.words.firstChild.textContent);
}

function wasSaved() {
  saved = sha256(canonical(allSaid()));
  keep(current);
  showAll();
}
