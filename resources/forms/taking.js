/* Takes up answers from a file saved earlier: on another device, or where a browser kept nothing. */

function fileChooser() {
  const input = make("input", { type: "file", accept: ".json", hidden: true, change: async () => {
    const [file] = input.files;
    if (file) takeFile(await file.text());
    input.value = "";
  } });
  ends.trouble = make("p", { class: "problem", role: "alert" });
  return make("div", {}, button(say("fromFile"), () => input.click(), "link quiet"), input, ends.trouble);
}

function takeFile(text) {
  const saved = documentIn(text);
  ends.trouble.textContent = saved ? "" : say("notThisForm");
  if (!saved) return;
  for (const [id, words] of Object.entries(saved.answers)) {
    if (QUESTIONS.has(id)) takeSaid(QUESTIONS.get(id), words);
  }
  goToOpen(0);
}

/* A saved file of this form, whole; null for anything else. */
function documentIn(text) {
  try {
    const { sha256: sum, ...rest } = JSON.parse(text);
    const ours = rest.format === FORM.format && rest.form.checksum === FORM.identity.checksum;
    return ours && sum === sha256(canonical(rest)) ? rest : null;
  } catch {
    return null;
  }
}

/* The inverse of `said`. */
function takeSaid(question, words) {
  const { value = null, text = value, comment = "" } =
    words && typeof words === "object" && !Array.isArray(words) ? words : { value: words };
  const instead = ["dont_know", "not_applicable"].includes(value);
  const state = instead ? value : text === null ? "" : "answered";
  const shown = question.kind === "number" ? text?.toLocaleString(FORM.identity.language,
    { maximumFractionDigits: 4, useGrouping: false }) : text;
  const field = state === "answered" && ["number", "text"].includes(question.kind);
  const answer = { state, value: instead ? null : text, comment, typed: field ? shown : "" };
  if (fits(question, answer)) setAnswer(question.id, answer);
}
