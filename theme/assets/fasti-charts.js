/* Charts that open on request. The picture in the page says everything; a reader who asks gets the same chart from Vega,
   which answers the pointer. Nothing is loaded before that, and nothing ever from another origin. */
(() => {
  "use strict";
  const site = new URL("..", document.currentScript.src);
  const open = new Map(); // figure -> how to close it

  let library;
  const load = () => {
    library ||= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("assets/fasti-vega.js", site).href;
      script.onload = () => resolve(window.fastiEmbed);
      script.onerror = () => reject(new Error(`${script.src} did not load`));
      document.head.append(script);
    });
    library.catch(() => (library = undefined));
    return library;
  };

  /* Vega draws on a canvas, which knows no custom properties: the page's colours are put in as they are now. Nor does it
     know the name of a font that has a number in it, unless that is quoted. */
  const coloured = (text) => {
    const style = getComputedStyle(document.documentElement);
    return JSON.parse(
      text
        .replace(/var\((--[\w-]+)\)/g, (_, name) => style.getPropertyValue(name).trim())
        .replaceAll('"Source Sans 3"', `"'Source Sans 3', system-ui, sans-serif"`),
    );
  };

  const explore = async (figure, button) => {
    const picture = figure.querySelector(".chart-picture");
    const words = JSON.parse(button.dataset.words);
    const stage = document.createElement("div");
    stage.className = "chart-stage";
    let finish = () => {};
    let round = 0;

    const draw = async (embed, text) => {
      const mine = ++round;
      const specs = coloured(text);
      const next = document.createElement("div");
      /* The variant that the page shows now; the picture is there but unseen while the live chart is open. */
      const wide = specs.wide && figure.clientWidth >= 860;
      const done = await embed(next, wide ? specs.wide : specs.narrow);
      if (mine !== round) return done();
      finish();
      finish = done;
      stage.replaceChildren(next);
    };

    button.disabled = true;
    button.textContent = words.loading;
    try {
      const [embed, text] = await Promise.all([
        load(),
        fetch(new URL(button.dataset.chartSpec, location.href)).then((answer) => {
          if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
          return answer.text();
        }),
      ]);
      await draw(embed, text);
      const again = () => draw(embed, text);
      document.addEventListener("fasti:scheme", again);
      picture.hidden = true;
      picture.after(stage);
      figure.dataset.explored = "";
      button.textContent = words.back;
      open.set(figure, () => {
        document.removeEventListener("fasti:scheme", again);
        round += 1;
        finish();
        stage.remove();
        picture.hidden = false;
        delete figure.dataset.explored;
        button.textContent = words.explore;
        open.delete(figure);
      });
    } catch (fault) {
      button.textContent = words.failed;
      console.warn(fault);
    } finally {
      button.disabled = false;
    }
  };

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-chart-spec]");
    if (!button) return;
    const figure = button.closest("figure");
    const close = open.get(figure);
    if (close) close();
    else explore(figure, button);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const [figure, close] of open) {
      close();
      figure.querySelector("[data-chart-spec]").focus();
    }
  });

  document.addEventListener("click", (event) => {
    const button = event.target instanceof Element && event.target.closest("[data-chart-save]");
    if (!button) return;
    import(new URL("assets/chart-save.js", site).href)
      .then((saving) => saving.save(button.closest("figure"), button.dataset.chartSave))
      .catch(console.warn);
  });

  const offer = () => {
    for (const hidden of document.querySelectorAll(":is([data-chart-spec], [data-chart-saves])[hidden]")) hidden.hidden = false;
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", offer);
  else offer();
})();
