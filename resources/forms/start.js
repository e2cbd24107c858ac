/* Puts it all together, and hears what happens. */

/* An answer was given, changed or taken back. */
function answered(item, change) {
  setAnswer(item.id, change);
  changed();
}

function changed() {
  keep(current);
  showAll();
}

function start() {
  addBeginning();
  addSections();
  addEnd();
  buildFrame();
  const last = resume();
  const asked = Number(location.hash.slice(1));
  goTo(pages[asked] ? asked || last : last);
  document.addEventListener("keydown", onKey);
  window.addEventListener("hashchange", () => {
    const place = Number(location.hash.slice(1));
    if (pages[place] && place !== current) goTo(place);
  });
  // The same form in another tab: what is said there is said here.
  window.addEventListener("storage", (event) => {
    if (event.key !== PLACE) return;
    if (event.newValue === null) forgetAll();
    else resume();
    showAll();
  });
  window.addEventListener("beforeunload", (event) => {
    if (!keeps && isUnsaved()) event.preventDefault();
  });
  window.addEventListener("beforeprint", () => {
    pages.forEach((page) => { page.element.hidden = !isOpen(page); });
    showAll(pages);
  });
  window.addEventListener("afterprint", () => {
    pages.forEach((page, place) => { page.element.hidden = place !== current; });
  });
}

start();
