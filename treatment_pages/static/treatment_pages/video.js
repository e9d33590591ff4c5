// Videos of other sites: a button in place of the link; only when it is pressed does anything load from there. Of a film
// of the site's own the picture behind it goes when it plays, for a film of another shape leaves room at its sides. (An
// attribute `poster` would do that by itself, but load with the page, in one size and format.)

function play(stage) {
  const player = document.createElement("iframe");
  player.src = stage.dataset.tpVideo;
  player.title = stage.dataset.title;
  player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
  player.allowFullscreen = true;
  // YouTube refuses to play for a page that does not say where it is.
  player.referrerPolicy = "strict-origin-when-cross-origin";
  stage.replaceChildren(player);
  player.focus();
}

for (const stage of document.querySelectorAll("[data-tp-video]")) {
  const link = stage.querySelector("a.tp-video__play");
  const button = stage.querySelector("button.tp-video__play");
  button.hidden = false;
  link.hidden = true;
  button.addEventListener("click", () => play(stage));
}

for (const stage of document.querySelectorAll("[data-tp-film]")) {
  stage.querySelector("video").addEventListener("playing", () => stage.querySelector("picture")?.remove(), { once: true });
}
