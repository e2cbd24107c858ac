/* The pages: a beginning, one for each part of the questionnaire, and an end; and going about them. */

const pages = []; // {name, group, hue, element, heading, part, items, rows}
let current = 0;

function addPage(name, content, { group = "", hue = null, items = [], rows = [], about = "" } = {}) {
  const id = `p${pages.length}`;
  const heading = make("h1", { id, tabindex: "-1" }, name);
  const part = make("span"), asks = items.length + rows.length > 0;
  const above = asks ? make("p", { class: group ? "eyebrow hue" : "eyebrow" }, group, part) : null;
  const lead = about ? make("p", { class: "lead" }, about) : null;
  const element = make("section", { class: "page", "aria-labelledby": id, hidden: true },
    above, heading, lead, ...content);
  pages.push({ name, group, hue, element: tinted(element, hue), heading, part, items, rows });
}

function addSections() {
  const before = FORM.sections.findIndex((section) => ["+plans", "+facts"].includes(section.key));
  FORM.sections.forEach((section, place) => {
    if (place === before) addDecisions();
    addPage(section.name, section.items.map((item) => questionCard(item, section)), section);
  });
  if (before < 0) addDecisions();
}

function addDecisions() {
  if (!FORM.grid) return;
  const { name, rows } = FORM.grid;
  addPage(name, decisionCards(), { rows, about: say("decisionsAbout") });
}

/* Whether there is anything on it for this person, as far as is known now. */
function isOpen(page) {
  return !(page.items.length || page.rows.length) || page.rows.length > 0 || page.items.some(isAsked);
}

function pageBeside(step) {
  let place = current + step;
  while (pages[place] && !isOpen(pages[place])) place += step;
  return pages[place] ? place : current;
}

/* Shows a page, and brings the keyboard to its heading, or to what is named. */
function goTo(place, target = null) {
  openList(false);
  pages[current].element.hidden = true;
  current = pages[place] && isOpen(pages[place]) ? place : 0;
  const page = pages[current];
  page.element.hidden = false;
  document.title = `${page.name} – ${FORM.title}`;
  if (location.hash !== `#${current}`) location.hash = String(current);
  keep(current);
  showAll();
  page.link.scrollIntoView({ block: "nearest" }); // which may move the whole page, so it goes first
  window.scrollTo(0, 0);
  if (target) focusOn(target);
  else page.heading.focus({ preventScroll: true });
}

/* The places of a page where something is answered, in their order. */
function unitsOf(page) {
  return unitsIn(page).filter((unit) => isAsked(QUESTIONS.get(unit.dataset.id)));
}

function unitsIn(page) {
  return [...page.element.querySelectorAll("[data-id]")];
}

/* Brings the keyboard to a question, and the whole of it into view as far as there is room. */
function focusOn(unit) {
  const inputs = [...unit.querySelectorAll("input")];
  const input = inputs.find((one) => one.checked) || inputs[0] || unit.querySelector("textarea");
  const room = window.innerHeight - frame.foot.offsetHeight;
  unit.scrollIntoView({ block: unit.offsetHeight < room ? "nearest" : "start" });
  input.focus({ preventScroll: true });
  input.closest("label, div").scrollIntoView({ block: "nearest" });
}

/* The next question; behind the last one the next page. */
function advance(unit) {
  const units = unitsOf(pages[current]);
  const next = units[units.indexOf(unit) + 1];
  if (next) {
    focusOn(next);
    return;
  }
  const place = pageBeside(1);
  goTo(place, unitsOf(pages[place])[0]);
  tell(pages[place].name);
}

/* The first question without an answer, looked for behind the current page first. */
function goToOpen(from = current) {
  const order = [...pages.keys()].map((place) => (from + place) % pages.length);
  for (const place of order) {
    const open = unitsOf(pages[place]).find((unit) => !isAnswered(QUESTIONS.get(unit.dataset.id)));
    if (open) {
      goTo(place, open);
      return;
    }
  }
  goTo(pages.length - 1);
}
