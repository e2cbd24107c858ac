/* What was said so far: by question id {state, value, comment, typed}; see `said` for the notation. */

const FORM = JSON.parse(document.getElementById("data").textContent);
const ITEMS = FORM.sections.flatMap((section) => section.items);
const CELLS = FORM.grid ? FORM.grid.rows.flatMap(cellsOf) : [];
const QUESTIONS = new Map([...ITEMS, ...CELLS].map((question) => [question.id, question]));

let answers = {};

/* The four questions of a decision. */
function cellsOf(row) {
  const { parts, holders } = FORM.grid;
  return parts.map((part) => ({ id: `${row.value}.${part.value}`, kind: "one_of", choices: holders }));
}

function answerTo(id) {
  return answers[id] || { state: "", value: null, comment: "", typed: "" };
}

/* Changes a part of an answer; one of which nothing is left is forgotten. */
function setAnswer(id, change) {
  const answer = { ...answerTo(id), ...change };
  const empty = !answer.state && !answer.comment && !answer.typed;
  if (empty) delete answers[id];
  else answers[id] = answer;
}

function isAnswered(question) {
  return answerTo(question.id).state !== "";
}

/* What conditions know of a question: a level, number, truth value or choice; null is not known. */
function known(id) {
  const question = QUESTIONS.get(id);
  const { state, value } = answerTo(id);
  const told = question && question.kind !== "text" && state === "answered" && isAsked(question);
  return told ? value : null;
}

/* Whether its condition surely holds. One on what this form does not ask is left to the reader. */
function isAsked(question) {
  if (!question.showIf) return true;
  const truth = holds(question.showIf, known);
  const elsewhere = questionsIn(question.showIf).some((id) => !QUESTIONS.has(id));
  return truth === true || (truth === null && elsewhere);
}

/* An answer as a file of answers writes it; undefined where nothing was said. */
function said(question) {
  const { state, value, comment } = answerTo(question.id);
  const beside = comment.trim() ? { comment: wellFormed(comment.trim()) } : null;
  if (!state) return beside || undefined;
  const words = state === "answered" ? value : state;
  const mistakable = state === "answered" && ["dont_know", "not_applicable"].includes(value);
  if (question.kind === "text" && mistakable) return { text: words, ...beside };
  return beside ? { value: words, ...beside } : words;
}

/* All that was said to what is asked. */
function allSaid() {
  const told = [...QUESTIONS.values()].filter(isAsked).map((question) => [question.id, said(question)]);
  return Object.fromEntries(told.filter(([, words]) => words !== undefined));
}

/* Answers from an earlier visit, as far as they fit the questions. */
function takeAnswers(kept) {
  answers = {};
  for (const [id, answer] of Object.entries(kept || {})) {
    if (QUESTIONS.has(id) && answer && fits(QUESTIONS.get(id), answer)) answers[id] = answer;
  }
}

function fits(question, { state, value, comment, typed }) {
  if (typeof comment !== "string" || typeof typed !== "string") return false;
  if (state !== "answered") return ["", "dont_know", "not_applicable"].includes(state);
  const values = (question.choices || []).map((choice) => valueOf(question, choice.value));
  if (question.kind === "number") return Number.isFinite(value);
  if (question.kind === "text") return typeof value === "string";
  const chosen = question.kind === "many_of" ? value : [value];
  return Array.isArray(chosen) && chosen.every((one) => values.includes(one));
}

/* What a chosen box says in a file of answers. */
function valueOf(question, chosen) {
  if (question.kind === "levels") return Number(chosen);
  return question.kind === "yes_no" ? chosen === "yes" : chosen;
}

/* How far one is: `done` of `all`, and the minutes for what is open. A decision counts as one. */
function progress(sections = FORM.sections, rows = FORM.grid ? FORM.grid.rows : []) {
  const items = sections.flatMap((section) => section.items).filter(isAsked);
  const open = items.filter((item) => !isAnswered(item)).map((item) => item.kind);
  const undecided = rows.filter((row) => !cellsOf(row).every(isAnswered)).map(() => "decision");
  const left = [...open, ...undecided];
  const all = items.length + rows.length;
  return { done: all - left.length, all, minutes: minutesFor(left) };
}
