/* What is ticked or typed as the answer to one question. */

/* In a box's value an equals sign stands before what the questionnaire offers; these are ours. */
const INSTEAD = ["none_of_these", "dont_know", "not_applicable"];

function answerBody(item, id) {
  return item.kind === "number" || item.kind === "text" ? fieldBody(item, id) : choiceBody(item, id);
}

/* Boxes for the choices, and for what can be said instead. */
function choiceBody(item, id) {
  const named = item.kind === "levels" && item.choices.length === FORM.levels.length;
  const own = item.choices.map((choice, place) => {
    const box = boxFor(item, id, `=${choice.value}`);
    const number = item.kind === "levels" ? make("span", { class: "level" }, choice.value) : null;
    const name = named ? make("span", { class: "name" }, FORM.levels[place]) : null;
    return make("label", { class: "choice" },
      ...spaced(box, number, name, make("span", { class: "words" }, choice.text)));
  });
  const instead = insteadRows(item, id);
  const rows = make("div", { class: named ? "rows named" : "rows" }, ...own);
  const inFoot = item.kind === "yes_no";
  return { parts: inFoot ? [] : [rows], foot: inFoot ? [...own, ...instead] : instead, show: () => {} };
}

function insteadRows(item, id) {
  const offered = { none_of_these: item.kind === "many_of", dont_know: true, not_applicable: item.mayNotApply };
  return INSTEAD.filter((value) => offered[value]).map((value) =>
    make("label", { class: "choice" }, boxFor(item, id, value), make("span", { class: "words" }, say(value))));
}

function boxFor(item, id, value) {
  const type = item.kind === "many_of" && value.startsWith("=") ? "checkbox" : "radio";
  const change = ({ target }) => choose(item, value, target.checked);
  return make("input", { type, name: id, value, change });
}

function showBoxes(item, element) {
  for (const box of boxesIn(element)) box.checked = isChosen(item, box.value);
}

function boxesIn(element) {
  return [...element.querySelectorAll("input[type=radio], input[type=checkbox]")];
}

function isChosen(item, box) {
  const { state, value } = answerTo(item.id);
  if (box === "none_of_these") return state === "answered" && value.length === 0;
  if (!box.startsWith("=")) return state === box;
  const own = valueOf(item, box.slice(1));
  return state === "answered" && (item.kind === "many_of" ? value.includes(own) : value === own);
}

/* A box was ticked; of checkboxes, also that it no longer is. */
function choose(item, box, ticked = true) {
  const { state, value } = answerTo(item.id);
  if (box === "none_of_these") answered(item, { state: "answered", value: [], typed: "" });
  else if (!box.startsWith("=")) answered(item, { state: box, value: null, typed: "" });
  else if (item.kind !== "many_of") answered(item, { state: "answered", value: valueOf(item, box.slice(1)) });
  else {
    const others = (state === "answered" ? value : []).filter((one) => one !== box.slice(1));
    const chosen = ticked ? [...others, box.slice(1)] : others;
    const order = item.choices.map((choice) => choice.value).filter((one) => chosen.includes(one));
    answered(item, { state: order.length ? "answered" : "", value: order.length ? order : null });
  }
}

/* -- a number or a text ------------------------------------------------------------------------ */

function fieldBody(item, id) {
  const number = item.kind === "number";
  const problem = make("p", { class: "problem", id: `${id}-problem`, role: "alert" });
  const facts = { id: `${id}-field`, "aria-labelledby": `${id}-asked${item.unit ? ` ${id}-unit` : ""}`,
    "aria-describedby": `${id}-problem`, autocomplete: "off",
    input: () => typed(item, field.value), change: () => complain() };
  const field = number
    ? make("input", { type: "text", inputmode: "decimal", class: "figure", ...facts })
    : make("textarea", { rows: "3", maxlength: LONGEST, ...facts });
  const unit = item.unit ? make("span", { class: "unit", id: `${id}-unit` }, item.unit) : null;
  const parts = [make("div", { class: "field" }, field, unit), problem];
  const complain = () => {
    const fault = faultIn(item, field.value);
    if (problem.textContent !== fault) problem.textContent = fault;
    field.setAttribute("aria-invalid", String(Boolean(fault)));
  };
  const show = () => {
    if (field.value !== answerTo(item.id).typed) field.value = answerTo(item.id).typed;
    // Nobody is told off while typing.
    if (field !== document.activeElement || !faultIn(item, field.value)) complain();
  };
  return { parts, foot: insteadRows(item, id), show };
}

/* What stands in the field, and the answer that it is; with a fault it is none. */
function typed(item, text) {
  const number = item.kind === "number";
  const value = number ? numberIn(text, FORM.identity.language) : wellFormed(text.trim());
  const good = text.trim() !== "" && !faultIn(item, text);
  answered(item, { state: good ? "answered" : "", value: good ? value : null, typed: text });
}

function faultIn(item, text) {
  if (item.kind !== "number" || !text.trim()) return "";
  const { minimum: low, maximum: high } = item, value = numberIn(text, FORM.identity.language);
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) return say("noNumber");
  const outside = (low !== null && value < low) || (high !== null && value > high);
  if (!outside) return "";
  const shown = (limit) => limit.toLocaleString(FORM.identity.language);
  if (low === null) return say("tooHigh", { high: shown(high) });
  if (high === null) return say("tooLow", { low: shown(low) });
  return say("outside", { low: shown(low), high: shown(high) });
}
