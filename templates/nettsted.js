"use strict";
// The pages say everything without this. It adds a search, and lets long tables be sorted and filtered.
(() => {
  const fold = (tekst) =>
    tekst.normalize("NFC").toLowerCase()
      .replace(/[æä]/g, "ae").replace(/[øö]/g, "o").replace(/å/g, "a")
      .normalize("NFD").replace(/\p{M}/gu, "")
      .replaceAll("aa", "a").replaceAll("oe", "o");
  const element = (navn, egenskaper = {}, ...barn) => {
    const ett = Object.assign(document.createElement(navn), egenskaper);
    ett.append(...barn);
    return ett;
  };
  const rot = document.body.dataset.rot;
  // All that is read, here alone: it is put into nynorsk where the pages are.
  const ORD = {
    "sok": "Søk",
    "ingen": "Ingen treff. Prøv færre ord.",
    "forste": "De {0} første av {1} treff",
    "treff": "{1} treff",
    "feil": "Søket kan ikke lastes. Bruk menyen.",
    "filter": "Vis bare rader med",
    "rader": "{0} av {1} rader"
  };
  const si = (hva, tall) => ORD[hva].replace(/\{(\d)\}/g, (_, nr) => tall[nr]);

  // Search: what is searched is loaded when somebody begins to.
  let rader = null;
  const hent = () =>
    rader ? Promise.resolve(rader) : new Promise((klar, feil) => {
      const skript = element("script", { src: `${rot}sok.js` });
      skript.addEventListener("load", () => klar((rader = window.styringSok)));
      skript.addEventListener("error", feil);
      document.head.append(skript);
    });
  const finn = (skrevet) => {
    const sokt = fold(skrevet).trim();
    const ordene = sokt.split(/\s+/).filter(Boolean);
    if (!ordene.length) return [];
    const tett = sokt.replace(/\s/g, "");
    const poeng = ([tittel, , , ord]) => {
      const foldet = fold(tittel);
      if (!ordene.every((ett) => ord.includes(ett)) && !(/\d/.test(tett) && ord.replace(/\s/g, "").includes(tett))) return 0;
      return 1 + ordene.filter((ett) => foldet.includes(ett)).length + (foldet.startsWith(sokt) ? 2 : 0);
    };
    // The list is in order already; of two that match as well, the first one stands first.
    return rader.map((rad) => [rad, poeng(rad)]).filter(([, p]) => p).sort((a, b) => b[1] - a[1]).map(([rad]) => rad);
  };
  const FLEST = 20;
  const soket = () => {
    const felt = element("input", { type: "search", id: "sok", autocomplete: "off" });
    const treff = element("div", { className: "soketreff", hidden: true });
    const antall = element("p", { role: "status" });
    const liste = element("ol");
    treff.append(antall, liste);
    const skjema = element("form", { className: "sok" }, element("label", { htmlFor: "sok", textContent: ORD.sok }), felt, treff);
    skjema.setAttribute("role", "search");
    const vis = () => {
      const funnet = finn(felt.value);
      const tomt = !felt.value.trim();
      treff.hidden = tomt;
      antall.textContent = tomt ? "" : si(!funnet.length ? "ingen" : funnet.length > FLEST ? "forste" : "treff", [FLEST, funnet.length]);
      liste.replaceChildren(...(tomt ? [] : funnet.slice(0, FLEST)).map(([tittel, adresse, slag]) =>
        element("li", {}, element("a", { href: rot + adresse, textContent: tittel }), element("span", { className: "dempet", textContent: slag }))));
    };
    felt.addEventListener("focus", () => hent().catch(() => {}));
    felt.addEventListener("input", () => hent().then(vis).catch(() => {
      treff.hidden = false;
      antall.textContent = ORD.feil;
    }));
    skjema.addEventListener("keydown", (hendelse) => {
      const lenker = [...liste.querySelectorAll("a")];
      const her = lenker.indexOf(document.activeElement);
      if (hendelse.key === "Escape") { felt.value = ""; treff.hidden = true; felt.focus(); }
      if (hendelse.key === "ArrowDown" && lenker.length) { hendelse.preventDefault(); lenker[Math.min(her + 1, lenker.length - 1)].focus(); }
      if (hendelse.key === "ArrowUp" && her >= 0) { hendelse.preventDefault(); (her ? lenker[her - 1] : felt).focus(); }
    });
    skjema.addEventListener("submit", (hendelse) => {
      hendelse.preventDefault();
      hent().then(() => { vis(); liste.querySelector("a")?.click(); }).catch(() => {});
    });
    document.getElementById("sokeplass").append(skjema);
  };
  soket();

  // Tables with many rows.
  const DAG = /(\d{1,2})\.(?:(\d{1,2})\.| (jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)\p{L}*\.? )(\d{4})/u;
  const MAANEDER = ["jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des"];
  const nokkel = (celle) => {
    const tekst = celle.textContent.trim();
    const dag = DAG.exec(tekst);
    if (dag) {
      const maaned = dag[2] ?? String(MAANEDER.indexOf(dag[3]) + 1);
      return dag[4] + maaned.padStart(2, "0") + dag[1].padStart(2, "0");
    }
    const tall = /^[−-]?[\d\u00a0]+(,\d+)?$/.test(tekst) ? Number(tekst.replaceAll("\u00a0", "").replace("−", "-").replace(",", ".")) : NaN;
    return Number.isNaN(tall) ? tekst : tall;
  };
  const ordne = new Intl.Collator("nb", { numeric: true });
  const sammenlign = (a, b) => (typeof a === "number" && typeof b === "number" ? a - b : ordne.compare(String(a), String(b)));
  let nr = 0;
  for (const tabell of document.querySelectorAll("table[data-mange]")) {
    const kropp = tabell.tBodies[0];
    const alle = [...kropp.rows];
    const hoder = tabell.tHead ? [...tabell.tHead.rows[0].cells] : [];
    hoder.forEach((hode, kolonne) => {
      if (hode.querySelector(".skjult")) return;
      const knapp = element("button", { type: "button", textContent: hode.textContent });
      hode.replaceChildren(knapp);
      knapp.addEventListener("click", () => {
        const ned = hode.getAttribute("aria-sort") === "ascending";
        hoder.forEach((annet) => annet.removeAttribute("aria-sort"));
        hode.setAttribute("aria-sort", ned ? "descending" : "ascending");
        const sortert = [...alle].sort((a, b) => sammenlign(nokkel(a.cells[kolonne]), nokkel(b.cells[kolonne])));
        kropp.append(...(ned ? sortert.reverse() : sortert));
      });
    });
    nr += 1;
    const felt = element("input", { type: "search", id: `filter-${nr}` });
    const antall = element("span", { className: "dempet" });
    antall.setAttribute("role", "status");
    felt.addEventListener("input", () => {
      const ordene = fold(felt.value).split(/\s+/).filter(Boolean);
      let vises = 0;
      for (const rad of alle) {
        const tekst = fold(rad.textContent);
        rad.hidden = !ordene.every((ord) => tekst.includes(ord));
        vises += rad.hidden ? 0 : 1;
      }
      antall.textContent = ordene.length ? si("rader", [vises, alle.length]) : "";
    });
    tabell.parentElement.before(element("div", { className: "filter" }, element("label", { htmlFor: felt.id, textContent: ORD.filter }), felt, antall));
  }
})();
