/* What is around the pages: the head, the list of parts, and how far one is. */

const frame = {};

function buildFrame() {
  const who = [FORM.company, FORM.person, FORM.viewpoint].filter(Boolean).join(" · ");
  frame.kept = make("p", { class: "kept", role: "status" });
  frame.told = make("p", { class: "unseen", role: "status" });
  frame.toggle = button(say("parts"), () => openList(frame.list.classList.toggle("open")), "parts");
  frame.list = make("nav", { id: "parts", "aria-label": say("parts") });
  frame.progress = make("p", { class: "progress" });
  frame.bar = make("progress", { "aria-label": say("progress") });
  frame.open = button(say("nextOpen"), () => goToOpen(), "link");
  frame.back = button(say("back"), () => goTo(pageBeside(-1)));
  frame.next = button(say("next"), () => goTo(pageBeside(1)), "primary");
  frame.foot = make("footer", {}, make("div", { class: "far" }, frame.progress, frame.bar), frame.open,
    make("div", { class: "ways" }, frame.back, frame.next));
  const main = make("main", { id: "main", tabindex: "-1" }, ...pages.map((page) => page.element));
  document.body.append(
    make("a", { class: "skip", href: "#main", click: skip }, say("skip")),
    make("header", {}, make("div", { class: "title" }, make("p", { class: "name" }, FORM.title),
      make("p", { class: "who" }, who)), frame.kept, frame.toggle),
    make("div", { class: "middle" }, frame.list, main),
    frame.foot, frame.told);
  frame.toggle.setAttribute("aria-controls", "parts");
  openList(false);
  fillList();
}

/* The address of a page is its number, so the way into the text is gone without one. */
function skip(event) {
  event.preventDefault();
  pages[current].heading.focus();
}

function openList(open) {
  frame.list.classList.toggle("open", open);
  frame.toggle.setAttribute("aria-expanded", String(open));
}

/* The end stands by itself: one can stop and send at any time, so it is always in sight. */
function fillList() {
  let group = null, list = null;
  pages.forEach((page, place) => {
    const last = place === pages.length - 1;
    if (list === null || page.group !== group || last) {
      list = make("ul");
      const title = page.group ? tinted(make("p", { class: "group hue" }, page.group), page.hue) : null;
      const looks = ["block", page.group ? "" : "plain", last ? "last" : ""].filter(Boolean).join(" ");
      frame.list.append(make("div", { class: looks }, title, list));
      group = page.group;
    }
    page.dots = make("span", { class: "dots", "aria-hidden": "true" });
    page.told = make("span", { class: "unseen" });
    page.link = make("a", { href: `#${place}` },
      make("span", {}, page.name), page.dots, page.told);
    page.entry = make("li", {}, page.link);
    list.append(page.entry);
  });
}

/* Shows all that depends on answers: on the page that is seen, and around it. */
function showAll(seen = [pages[current]]) {
  for (const page of seen) unitsIn(page).forEach((unit) => cards.get(unit.dataset.id).show());
  pages.forEach(showEntry);
  const { done, all, minutes } = progress();
  const left = minutes === 1 ? say("minuteLeft") : say("minutesLeft", { minutes });
  const words = say("far", { done, all });
  const unkept = keeps ? null : make("span", { class: "warning" }, ` · ${say("unkept")}`);
  frame.progress.replaceChildren(...[minutes ? `${words} · ${left}` : words, unkept].filter(Boolean));
  frame.bar.max = all;
  frame.bar.value = done;
  frame.open.hidden = done === all || current === pages.length - 1;
  const anything = Object.keys(answers).length > 0;
  tell(keeps ? (anything ? say("kept") : "") : say("notKept"), frame.kept);
  frame.kept.classList.toggle("warning", !keeps);
  frame.foot.hidden = current === 0;
  frame.next.hidden = current === pages.length - 1;
  showEnds(done, all, minutes);
}

function showEntry(page, place) {
  const { done, all } = progress([page], page.rows);
  page.entry.hidden = !isOpen(page);
  const parts = pages.slice(1, -1).filter(isOpen);
  page.part.textContent = say("part", { number: parts.indexOf(page) + 1, all: parts.length });
  if (place === current) page.link.setAttribute("aria-current", "page");
  else page.link.removeAttribute("aria-current");
  if (!all) return;
  page.told.textContent = ` ${say("answered", { done, all })}`;
  const marks = Array.from({ length: all }, (_, n) => make("i", { class: n < done ? "full" : "" }));
  page.dots.replaceChildren(...(all <= 4 ? marks : [`${done}/${all}`]));
}

/* Says something to screen readers too, and the same not over and over. */
function tell(text, place = frame.told) {
  if (place.textContent !== text) place.textContent = text;
}
