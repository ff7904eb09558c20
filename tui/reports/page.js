"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const panes = { a: document.getElementById("side-a"), b: document.getElementById("side-b") };
  const about = document.getElementById("about");
  const findings = document.getElementById("findings");
  const help = document.getElementById("help");
  const narrow = matchMedia("(max-width: 50rem)");

  /* What each key walks, on each side, in reading order. */
  const stops = {};
  for (const side of ["a", "b"]) {
    stops[side] = {
      passage: all(".passage", panes[side]).filter((p) => !p.closest(".furniture")),
      match: all(".passage[data-to]", panes[side]),
      unique: all("mark.unique", panes[side]),
      conflict: all("mark.conflict", panes[side]),
    };
  }
  const plural = (noun) => (number) => (number === 1 ? noun : noun.replace("match", "matche") + "s");
  const labels = {
    match: plural("match"),
    unique: () => `only in ${now.side.toUpperCase()}`,
    conflict: plural("conflict"),
  };

  const now = { side: "a", stop: null, trail: [], evidence: false };
  const passageOf = (stop) => stop.closest(".passage");
  const sideOf = (stop) => (panes.a.contains(stop) ? "a" : "b");
  const otherSide = (side) => (side === "a" ? "b" : "a");
  const linked = (passage) => (passage.dataset.to || "").split(" ").filter(Boolean);

  /* Those among them that are less likely right than wrong. */
  const perhaps = (passage) => (passage.dataset.perhaps || "").split(" ").filter(Boolean);

  /* The counterparts of a stop: the other half of its conflict, or the passages linked to it. */
  function counterparts(stop) {
    if (stop.dataset.conflict) {
      const numbers = stop.dataset.conflict.split(" ");
      const there = stops[otherSide(sideOf(stop))].conflict;
      return there.filter((mark) => mark.dataset.conflict.split(" ").some((n) => numbers.includes(n)));
    }
    return linked(passageOf(stop)).map((id) => document.getElementById(id));
  }

  function go(stop, { remember = false } = {}) {
    if (!stop) return;
    if (remember && now.stop) now.trail.push(now.stop);
    now.stop = stop;
    now.side = sideOf(stop);
    mark();
    bringIntoView();
    passageOf(stop).focus({ preventScroll: true });
    tell();
    draw();
    showEvidence();
  }

  function mark() {
    for (const old of all(".here, .there, .at")) old.classList.remove("here", "there", "at");
    document.documentElement.classList.toggle("at-odds", "conflict" in now.stop.dataset);
    passageOf(now.stop).classList.add("here");
    if (now.stop.matches("mark")) now.stop.classList.add("at");
    for (const other of counterparts(now.stop)) {
      passageOf(other).classList.add("there");
      if (other.matches("mark")) other.classList.add("at");
    }
  }

  /* The stop to the middle of its pane, its first counterpart to the same height. */
  function bringIntoView() {
    now.stop.scrollIntoView({ block: "center" });
    const [other] = counterparts(now.stop);
    if (!other || narrow.matches) return;
    const shift = other.getBoundingClientRect().top - now.stop.getBoundingClientRect().top;
    panes[sideOf(other)].scrollTop += shift;
  }

  function tell() {
    const passage = passageOf(now.stop);
    const scores = (passage.dataset.scores || "").split(" ");
    const unsure = perhaps(passage);
    const matches = linked(passage).map((id, k) => `${unsure.includes(id) ? "perhaps " : ""}${id} (${scores[k]})`);
    const parts = [passage.dataset.status];
    if (matches.length) parts.push(`matches ${matches.join(", ")}`);
    for (const number of (now.stop.dataset.conflict || "").split(" ").filter(Boolean))
      parts.push(document.querySelector(`#conflict-${number} .explanation`).textContent);
    if (passage.dataset.note) parts.push(`note: ${passage.dataset.note}`);
    const name = document.createElement("b");
    name.textContent = passage.id;
    const words = document.createElement("span");
    words.className = "words";
    words.textContent = [...new Set(counterparts(now.stop).map(passageOf))].map(plainWords).join(" / ");
    about.replaceChildren(name, ` · ${parts.join(" · ")}`, words);
    count();
  }

  function plainWords(passage) {
    const copy = passage.cloneNode(true);
    for (const glyph of all("i", copy)) glyph.remove();
    return `${passage.id}: ${copy.textContent}`;
  }

  function count() {
    for (const counter of all("[data-walk]")) {
      const kind = counter.dataset.walk;
      const list = stops[now.side][kind];
      const at = now.stop ? list.findIndex((s) => s === now.stop || (kind === "match" && s === passageOf(now.stop))) : -1;
      const total = list.length;
      counter.textContent = at < 0 ? `${total} ${labels[kind](total)}` : `${labels[kind](1)} ${at + 1} of ${total}`;
    }
  }

  /* The next stop of a kind, seen from where one stands; around at the end. */
  function step(kind, forward) {
    const list = stops[now.side][kind];
    if (!list.length) return;
    const ordered = forward ? list : [...list].reverse();
    const after = forward ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
    const beyond = (s) => {
      const place = now.stop.compareDocumentPosition(s);
      return place & after && !(place & Node.DOCUMENT_POSITION_CONTAINS);
    };
    const next = now.stop && sideOf(now.stop) === now.side ? ordered.find(beyond) : ordered[0];
    go(next || ordered[0]);
  }

  function otherPane() {
    const [other] = now.stop ? counterparts(now.stop) : [];
    go(other || nearest(otherSide(now.side)));
  }

  /* The passage of a side closest to the middle of what is on screen. */
  function nearest(side) {
    const middle = innerHeight / 2;
    const far = (p) => Math.abs(p.getBoundingClientRect().top - middle);
    return stops[side].passage.reduce((best, p) => (best && far(best) <= far(p) ? best : p), null);
  }

  function counterpart() {
    const found = now.stop ? counterparts(now.stop) : [];
    if (found.length) go(found[0], { remember: true });
  }

  function toggleFindings(open = !findings.classList.contains("open")) {
    findings.classList.toggle("open", open);
    if (open) findings.focus();
  }

  const keys = {
    "]": () => step("match", true),
    "[": () => step("match", false),
    "}": () => step("unique", true),
    "{": () => step("unique", false),
    c: () => step("conflict", true),
    C: () => step("conflict", false),
    j: () => step("passage", true),
    k: () => step("passage", false),
    Tab: otherPane,
    Enter: counterpart,
    Backspace: () => go(now.trail.pop()),
    e: () => {
      now.evidence = !now.evidence;
      showEvidence();
    },
    o: () => toggleFindings(),
    "?": () => (help.open ? help.close() : help.showModal()),
    Escape: () => (help.open ? help.close() : toggleFindings(false)),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === "Tab" && event.shiftKey)) return;
    const inside = document.activeElement;
    const control = inside && inside.matches("button, a, #findings, #findings *, dialog *");
    if (control && (event.key === "Tab" || event.key === "Enter" || event.key === "Backspace")) return;
    const action = keys[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-key]");
    if (button) return keys[button.dataset.key]();
    const reference = event.target.closest("a.ref");
    if (reference) {
      event.preventDefault();
      toggleFindings(false);
      const passage = document.getElementById(reference.textContent);
      return go(passage.querySelector("mark.conflict") || passage, { remember: true });
    }
    const mark = event.target.closest("main mark.conflict");
    const passage = event.target.closest(".passage");
    if (passage && !String(getSelection())) go(mark || passage);
  });

  function hover(event) {
    for (const old of all(".hover")) old.classList.remove("hover");
    const passage = event.type === "mouseover" && event.target.closest(".passage[data-to]");
    if (!passage) return;
    for (const other of linked(passage)) document.getElementById(other).classList.add("hover");
    passage.classList.add("hover");
  }
  document.addEventListener("mouseover", hover);
  document.addEventListener("mouseleave", hover);

  /* The words a match rests on, in the passage in focus and in those it matches, when asked for. */
  function showEvidence() {
    if (!CSS.highlights) return;
    const ranges = now.evidence && now.stop ? evidenceOf(passageOf(now.stop)) : [];
    CSS.highlights.set("evidence", new Highlight(...ranges));
  }

  function evidenceOf(passage) {
    return linked(passage).flatMap((id, k) => {
      const other = document.getElementById(id);
      const back = linked(other).indexOf(passage.id);
      return [...rangesIn(passage, k), ...rangesIn(other, back)];
    });
  }

  function rangesIn(passage, link) {
    const spans = passage.dataset.evidence.split(" ")[link].split(",").filter((span) => span !== "-");
    return spans.map((span) => {
      const [start, end] = span.split("-").map((offset) => placeIn(passage, Number(offset)));
      const range = new Range();
      range.setStart(...start);
      range.setEnd(...end);
      return range;
    });
  }

  /* The text node and offset in it of an offset into a passage's words, which its glyph is not part of. */
  function placeIn(passage, offset) {
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    let [node, left] = [null, offset];
    while (walker.nextNode()) {
      if (walker.currentNode.parentElement.matches("i")) continue;
      node = walker.currentNode;
      if (left <= node.length) return [node, left];
      left -= node.length;
    }
    return [node, node.length];
  }

  /* A ribbon from the passage in focus to each counterpart on screen. */
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  document.getElementById("gutter").append(svg);
  function draw() {
    svg.replaceChildren();
    if (!now.stop || narrow.matches) return;
    const frame = svg.getBoundingClientRect();
    for (const other of counterparts(now.stop)) {
      const ends = [now.stop, other].map((e) => passageOf(e).getBoundingClientRect());
      const [left, right] = now.side === "a" ? ends : [ends[1], ends[0]];
      const y = (value) => Math.max(-10, Math.min(frame.height + 10, value - frame.top));
      const [w, half] = [frame.width, frame.width / 2];
      const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
      path.setAttribute("d", `M0 ${y(left.top)} C${half} ${y(left.top)} ${half} ${y(right.top)} ${w} ${y(right.top)}
        L${w} ${y(right.bottom)} C${half} ${y(right.bottom)} ${half} ${y(left.bottom)} 0 ${y(left.bottom)} Z`);
      if (perhaps(passageOf(now.stop)).includes(passageOf(other).id)) path.classList.add("perhaps");
      svg.append(path);
    }
  }
  let drawing = 0;
  const redraw = () => {
    cancelAnimationFrame(drawing);
    drawing = requestAnimationFrame(draw);
  };
  for (const pane of Object.values(panes)) pane.addEventListener("scroll", redraw, { passive: true });
  addEventListener("resize", redraw);

  document.documentElement.classList.add("live");
  document.documentElement.classList.toggle("no-conflicts", !stops.a.conflict.length);
  about.textContent = "Press ? for the keys, or click a passage.";
  count();
})();
