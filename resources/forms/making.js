/* Makes elements. Every text becomes a text node, so nothing in it is ever read as HTML. */

const WORDS = FORM.words;

/* Letters in a text; the reading of what comes back takes more. */
const LONGEST = 20000;

/* A text with its placeholders filled. */
function say(key, values = {}) {
  return WORDS[key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}

/* An element; in `facts` come attributes, listeners (functions) and truth values. */
function make(tag, facts = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, fact] of Object.entries(facts)) {
    if (typeof fact === "function") element.addEventListener(name, fact);
    else if (fact === true) element.setAttribute(name, "");
    else if (fact !== false && fact !== "") element.setAttribute(name, fact);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/* Parts of one name, with the spaces that a screen reader's voice needs between them. */
function spaced(...parts) {
  return parts.filter((part) => part !== null).flatMap((part) => [part, " "]).slice(0, -1);
}

function button(text, click, look = "") {
  return make("button", { type: "button", class: look, click }, text);
}

/* Colours of a section: a pair for light and dark. */
function tinted(element, hue) {
  if (hue) {
    element.style.setProperty("--light", hue[0]);
    element.style.setProperty("--dark", hue[1]);
  }
  return element;
}
