/* One question on its card: its words, the answer, and what can be written beside it. */

const cards = new Map(); // question id -> {item, element, show, comment}

function questionCard(item, section) {
  const id = `q${item.number}`;
  const body = answerBody(item, id), beside = besideAnswer(item, id);
  const legend = make("legend", { id: `${id}-asked` },
    ...titled(say("question", { number: item.number }), item.text));
  const notes = [item.note, item.kind === "many_of" ? say("tickAll") : ""].filter(Boolean);
  const element = make("fieldset", { class: "question", id, "data-id": item.id }, legend,
    ...notes.map((note) => make("p", { class: "note" }, note)),
    ...helpFor(item, section), ...body.parts,
    make("div", { class: "foot" }, ...body.foot, beside.actions), beside.room);
  const show = () => {
    element.hidden = !isAsked(item);
    element.classList.toggle("done", isAnswered(item));
    showBoxes(item, element);
    body.show();
    beside.show();
  };
  cards.set(item.id, { item, element, show, comment: beside.write });
  return element;
}

function titled(number, asked) {
  return spaced(make("span", { class: "number" }, number), make("span", { class: "asked" }, asked));
}

/* Why it is asked and what to look at; of a fact, what counts is always there to be read. */
function helpFor(item, section) {
  const fact = section.key === "+facts";
  const terms = [["why", item.why], ["evidence", fact ? "" : item.evidence]].filter(([, text]) => text);
  const counts = fact && item.evidence ? [make("p", { class: "note" }, item.evidence)] : [];
  if (!terms.length) return counts;
  const title = terms.length > 1 ? say("help") : say(terms[0][0]);
  const told = terms.length > 1
    ? [make("dl", {}, ...terms.flatMap(([key, text]) => [make("dt", {}, say(key)), make("dd", {}, text)]))]
    : [make("p", {}, terms[0][1])];
  return [...counts, make("details", { class: "help" }, make("summary", {}, title), ...told)];
}

/* The comment, which is the reason where the question does not apply; and taking the answer back. */
function besideAnswer(item, id) {
  const label = make("label", { for: `${id}-comment` }), word = make("span");
  const field = make("textarea", { id: `${id}-comment`, rows: "2", maxlength: LONGEST, input: () => {
    setAnswer(item.id, { comment: field.value });
    changed();
  } });
  const room = make("div", { class: "comment", hidden: true }, label, field);
  const opener = button("", () => write(), "link");
  opener.append(word);
  opener.setAttribute("aria-expanded", "false");
  const clear = button(say("clear"), () => takeBack(item), "link quiet");
  const actions = make("div", { class: "actions" }, opener, clear);
  let wanted = false;
  const write = () => { wanted = true; show(); field.focus(); };
  const show = () => {
    const { state, comment } = answerTo(item.id), reason = state === "not_applicable";
    word.textContent = label.textContent = say(reason ? "reason" : "comment");
    if (field.value !== comment) field.value = comment;
    const open = wanted || reason || comment !== "";
    room.hidden = !open;
    opener.hidden = open || !(item.comment || reason);
    clear.hidden = !state && !answerTo(item.id).typed;
    if (open) grow(field);
  };
  return { actions, room, show, write: () => { if (item.comment || !room.hidden) write(); } };
}

/* As high as what is written in it. */
function grow(field) {
  if (!field.offsetParent) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}

function takeBack(item) {
  answered(item, { state: "", value: null, typed: "" });
  focusOn(cards.get(item.id).element);
}
