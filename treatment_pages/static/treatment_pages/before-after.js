/** Before and after: the slider's place decides how much of the picture on top is seen. */

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
