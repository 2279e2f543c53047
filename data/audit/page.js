"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const marks = [...document.querySelectorAll("mark[data-m]")];
  const cards = [...document.querySelectorAll(".card")];
  const filters = byId("filters");
  const chosen = byId("chosen");
  const shown = byId("shown");
  const numbers = (element) => (element.dataset.m || "").split(" ").filter(Boolean);

  const marksOf = new Map();
  for (const mark of marks) {
    for (const number of numbers(mark)) {
      if (!marksOf.has(number)) marksOf.set(number, []);
      marksOf.get(number).push(mark);
    }
  }
  const cardsOf = new Map();
  for (const card of cards) {
    for (const number of numbers(card)) {
      if (!cardsOf.has(number)) cardsOf.set(number, []);
      cardsOf.get(number).push(card);
    }
  }

  let picked = null;
  let lit = [];

  const light = (elements) => {
    for (const element of lit) element.classList.remove("on");
    lit = elements;
    for (const element of lit) element.classList.add("on");
  };

  const passes = (card) => {
    const states = new FormData(filters).getAll("state");
    const rule = filters.elements.rule.value;
    const report = filters.elements.report.value;
    return (
      states.includes(card.dataset.state) &&
      (rule === "all" || rule === card.dataset.rule) &&
      (report === "all" || card.dataset.report.split(" ").includes(report))
    );
  };

  const refresh = () => {
    const wanted = picked === null ? cards.filter(passes) : picked;
    const visible = new Set(wanted);
    for (const card of cards) card.hidden = !visible.has(card);
    shown.textContent = `显示 ${visible.size} 项，共 ${cards.length} 项 shown`;
  };

  const line = (text, name) => {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    if (name) paragraph.className = name;
    return paragraph;
  };

  const release = () => {
    picked = null;
    chosen.hidden = true;
    light([]);
    refresh();
  };

  const tell = (mark, found) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "取消选择 Clear";
    button.addEventListener("click", release);
    const text = found.length
      ? `参与 ${found.length} 项关系 relations`
      : "没有规则涉及这个数字 no rule touched it";
    const quote = numbers(mark)
      .map((number) => marksOf.get(number).map((part) => part.textContent).join(""))
      .join(" / ");
    chosen.replaceChildren(button, line(quote, "quote"), line(mark.title), line(text));
    chosen.hidden = false;
  };

  const choose = (mark) => {
    const own = numbers(mark);
    const found = new Set(own.flatMap((number) => cardsOf.get(number) || []));
    picked = cards.filter((card) => found.has(card));
    light(own.flatMap((number) => marksOf.get(number)));
    refresh();
    tell(mark, picked);
    byId("findings").scrollTop = 0;
    if (getComputedStyle(document.body).display === "block") chosen.scrollIntoView();
  };

  const show = (card, number) => {
    const own = numbers(card).flatMap((each) => marksOf.get(each) || []);
    light([card, ...own]);
    const target = (number && marksOf.get(number)) || own;
    if (target.length) target[0].scrollIntoView({ block: "center", inline: "nearest" });
  };

  const step = (elements, from, by) => {
    if (!elements.length) return null;
    const at = elements.indexOf(from);
    const next = at < 0 ? (by > 0 ? 0 : elements.length - 1) : at + by;
    return elements[(next + elements.length) % elements.length];
  };

  const stepCard = (by) => {
    const open = cards.filter((card) => !card.hidden);
    const current = lit.find((element) => element.classList.contains("card"));
    const card = step(open, current, by);
    if (!card) return;
    show(card);
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  };

  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element)) return;
    const mark = event.target.closest("mark[data-m]");
    const link = event.target.closest(".quotes a");
    const card = event.target.closest(".card");
    if (mark) {
      choose(mark);
    } else if (link) {
      event.preventDefault();
      show(card, link.dataset.m);
    } else if (card && !String(getSelection())) {
      show(card);
    }
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target;
    const typing = target instanceof Element && target.closest("select, input");
    const mark = target instanceof Element && target.closest("mark[data-m]");
    const card = target instanceof Element && target.matches(".card") ? target : null;
    const enter = event.key === "Enter" || event.key === " ";
    if (event.key === "Escape") release();
    else if (typing) return;
    else if (event.key === "n") stepCard(1);
    else if (event.key === "p") stepCard(-1);
    else if (mark && enter) choose(mark);
    else if (card && enter) show(card);
    else if (mark && event.key === "ArrowRight") step(marks, mark, 1).focus();
    else if (mark && event.key === "ArrowLeft") step(marks, mark, -1).focus();
    else return;
    event.preventDefault();
  });

  const untouched = marks.filter((mark) => mark.classList.contains("untouched"));
  let last = null;
  const button = byId("untouched");
  if (button) {
    button.addEventListener("click", () => {
      last = step(untouched, last, 1);
      choose(last);
      last.scrollIntoView({ block: "center" });
    });
  }

  filters.addEventListener("change", () => {
    picked = null;
    chosen.hidden = true;
    refresh();
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  root.classList.add("scripted");
  refresh();
})();
