/* The first page and the last: what this is, and what to do with it. */

const RECIPIENT = FORM.recipient || WORDS.recipient;
const ends = {};

function addBeginning() {
  ends.length = make("p", { class: "lead" });
  ends.again = make("p", { class: "welcome-back" });
  ends.begin = button("", begin, "primary");
  const keysFold = make("details", { class: "help keys" }, make("summary", {}, say("keys")),
    make("dl", {}, ...keyWords().flatMap(([key, words]) => [make("dt", {}, key), make("dd", {}, words)])));
  ends.restart = button(say("restart"), askToRestart, "link quiet");
  addPage(FORM.title, [
    make("p", { class: "for" }, FORM.person ? say("forPerson", { person: FORM.person, company: FORM.company })
      : say("forCompany", { company: FORM.company })),
    make("p", { class: "viewpoint" }, say("yourViewpoint", { viewpoint: FORM.viewpoint })),
    ends.length, ends.again, make("div", { class: "actions" }, ends.begin),
    make("h2", {}, say("how")), told("howLevel", "howUnknown", "howOpen"), keysFold,
    make("h2", {}, say("privacy")), told("private1", "private2", "private3", "private4"),
    make("div", { class: "actions" }, fileChooser(), ends.restart),
  ]);
  pages[0].name = say("beginning");
}

/* With the first question; for whoever was here before, with the first that is open. */
function begin() {
  if (Object.keys(answers).length) goToOpen(0);
  else goTo(pageBeside(1));
}

function told(...keys) {
  const points = keys.map((key) => make("li", {}, say(key, { code: FORM.code })));
  return make("ul", { class: "told" }, ...points);
}

function keyWords() {
  const names = ["keyChoose", "keyUnknown", "keyNot", "keyComment", "keyClear", "keyNext"];
  return names.map((name) => say(name).split(" = "));
}

function addEnd() {
  ends.state = make("p", { class: "lead" });
  ends.odd = make("p", { class: "warning", hidden: true });
  ends.open = button(say("firstOpen"), () => goToOpen(0), "link");
  ends.saved = make("div", { class: "saved", hidden: true },
    make("h2", {}, say("savedTitle")), make("ol", {}, make("li", {}, say("savedWhere", { file: FORM.file })),
      make("li", {}, say("savedSend", { recipient: RECIPIENT })),
      make("li", {}, say("savedKeep"))));
  ends.changed = make("p", { class: "note", hidden: true }, say("changedSince"));
  ends.text = make("textarea", { readonly: true, rows: "6", "aria-label": say("text"), spellcheck: "false" });
  ends.words = make("div", { class: "copied", hidden: true }, make("p", {}, say("copied", { recipient: RECIPIENT })), ends.text);
  ends.restartHere = button(say("restart"), askToRestart, "link quiet");
  addPage(say("end"), [
    ends.state, ends.odd, make("p", {}, ends.open),
    make("div", { class: "actions" }, button(say("save"), saveFile, "primary"), button(say("copy"), copyText)),
    ends.changed, ends.saved, ends.words,
    make("h2", {}, say("privacy")), told("private1", "private2", "private3", "private4"),
    make("div", { class: "actions" }, ends.restartHere),
  ]);
}

function showEnds(done, all, minutes) {
  ends.length.textContent = say("length", { all, minutes: Math.max(minutes, 1) });
  ends.again.textContent = say("welcomeBack", { done, all });
  ends.again.hidden = !done;
  ends.length.hidden = done > 0;
  ends.begin.textContent = say(done ? "goOn" : "begin");
  ends.restart.hidden = ends.restartHere.hidden = !Object.keys(answers).length;
  ends.state.textContent = done === all ? say("complete", { all }) : say("partly", { done, all });
  ends.open.hidden = done === all;
  const odd = ITEMS.filter(isOddNumber).map((item) => item.number);
  ends.odd.hidden = !odd.length;
  ends.odd.textContent = say("oddNumbers", { numbers: odd.join(", ") });
  ends.changed.hidden = !saved || !isUnsaved();
}

/* Something is written where a number belongs, and is none that fits: it is not saved. */
function isOddNumber(item) {
  return item.kind === "number" && isAsked(item) && !isAnswered(item) && answerTo(item.id).typed.trim() !== "";
}

/* Everything can be taken back but this, so it is asked. */
function askToRestart() {
  const dialog = make("dialog", { "aria-labelledby": "restart" },
    make("h2", { id: "restart" }, say("restartTitle")), make("p", {}, say("restartWhat")),
    make("div", { class: "actions" }, button(say("restartNo"), () => dialog.close(), "primary"),
      button(say("restartYes"), () => { dialog.close(); restart(); }, "danger")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function restart() {
  forgetAll();
  ends.saved.hidden = ends.words.hidden = true;
  ends.trouble.textContent = "";
  goTo(0);
  tell(say("restarted"));
}
