/* Keys: they act only while the focus is within a question, as WCAG 2.1.4 wants it. */

function onKey(event) {
  const unit = event.target.closest?.("[data-id]");
  if (!unit || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const act = actionFor(event, unit, QUESTIONS.get(unit.dataset.id));
  if (act) {
    event.preventDefault();
    act();
  }
}

function actionFor({ key, target }, unit, item) {
  const ticked = target.matches("input[type=radio], input[type=checkbox]");
  if (target.matches("textarea")) return key === "Escape" ? () => focusOn(unit) : null;
  if (key === "Enter") return ticked || target.matches("input") ? () => advance(unit) : null;
  if (target.matches("input") && !ticked) return null;
  if (key === "Delete" || key === "Backspace") return () => answered(item, { state: "", value: null, typed: "" });
  if (key.toLowerCase() === "c") return () => cards.get(item.id).comment();
  const box = boxOf(key.toLowerCase(), item, boxesIn(unit));
  return box ? () => press(box) : null;
}

/* The box that a key means: the place of a choice, D, N; of yes and no their letters. */
function boxOf(key, item, boxes) {
  const own = boxes.filter((box) => box.value.startsWith("="));
  const named = (value) => boxes.find((box) => box.value === value);
  if (/^[1-9]$/.test(key)) return own[Number(key) - 1];
  if (key === "d") return named("dont_know");
  if (item.kind === "yes_no" && "yjn".includes(key)) return named(key === "n" ? "=no" : "=yes");
  return key === "n" || key === "x" ? named("not_applicable") : undefined;
}

function press(box) {
  box.focus();
  if (box.type === "checkbox" || !box.checked) box.click();
}
