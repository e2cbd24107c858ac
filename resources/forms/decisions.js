/* Who decides: for each decision its parts, and for each part those who can hold it. */

function decisionCards() {
  return FORM.grid.rows.map((row, place) => {
    const id = `d${place + 1}`;
    const legend = make("legend", { id }, ...titled(say("decision", { number: place + 1 }), row.text));
    const parts = cellsOf(row).map((cell, column) => partRow(cell, FORM.grid.parts[column].text, id, column));
    const element = make("fieldset", { class: "decision" }, legend, ...parts);
    return element;
  });
}

function partRow(cell, text, decision, column) {
  const id = `${decision}-${column + 1}`;
  const label = make("span", { class: "part", id }, text);
  const choices = [...cell.choices.map((holder) => [`=${holder.value}`, holder.text]), ["dont_know", say("dont_know")]];
  const boxes = choices.map(([value, words]) => make("label", { class: "chip" },
    make("input", { type: "radio", name: id, value, change: () => choose(cell, value) }),
    make("span", {}, words)));
  const element = make("div", { class: "unit-row", role: "radiogroup", "aria-labelledby": `${decision} ${id}`,
    "data-id": cell.id }, label, make("div", { class: "chips" }, ...boxes));
  const show = () => showBoxes(cell, element);
  cards.set(cell.id, { item: cell, element, show, comment: () => {} });
  return element;
}
