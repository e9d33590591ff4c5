// What a page does while it is read: what lies far below, films, pictures of before and after. One small file for all.

/* ---------- What is far below the window ---------- */

// It is not laid out before the page is seen (see treatment-pages.css), but then, one section after the other, when the
// browser has nothing else to do. Where a link into the page leads is known when all of it is laid out.

const far = [...document.querySelectorAll(".tp-section, .tp-related, .tp-enquiry")];
const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 20));

function layOut(section) {
  section.style.contentVisibility = "visible";
}

function layOutAll() {
  far.splice(0).forEach(layOut);
}

function layOutNext() {
  if (!far.length) return;
  const section = far.shift();
  layOut(section);
  section.getBoundingClientRect(); // now, and not together with those that follow
  whenIdle(layOutNext);
}

if (location.hash) layOutAll();
addEventListener("hashchange", layOutAll);
document.addEventListener("click", (event) => {
  if (event.target.closest("a[href*='#']")) layOutAll();
}, { capture: true });

if (document.readyState === "complete") whenIdle(layOutNext);
else addEventListener("load", () => whenIdle(layOutNext), { once: true });

/* ---------- Videos ---------- */

// Of other sites: a button in place of the link; only when it is pressed does anything load from there. A film of
// the site's own gets the picture behind it as its poster when that has loaded, near the window and in the right size; an
// attribute `poster` in the page would load with it, in one size and format.

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

function hang(video, picture) {
  video.poster = picture.querySelector("img").currentSrc;
  picture.remove();
}

for (const stage of document.querySelectorAll("[data-tp-film]:has(picture)")) {
  const [video, picture] = [stage.querySelector("video"), stage.querySelector("picture")];
  const image = picture.querySelector("img");
  if (image.complete && image.naturalWidth) hang(video, picture);
  else image.addEventListener("load", () => hang(video, picture), { once: true });
}

/* ---------- Before and after ---------- */

// The slider's place decides how much of the picture on top is seen.
function connect(slider) {
  const frame = slider.closest(".tp-compare__frame");
  const show = () => {
    const before = Math.round(slider.value);
    frame.style.setProperty("--tp-_before", `${slider.value}%`);
    slider.setAttribute(
      "aria-valuetext",
      slider.dataset.text.replace("{before}", before).replace("{after}", 100 - before),
    );
  };
  slider.addEventListener("input", show);
  show();
}

document.querySelectorAll(".tp-compare input[type=range]").forEach(connect);
