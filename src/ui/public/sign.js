// A field that is signed in: strokes of a finger, a pen or a mouse, kept as text in the hidden field beside it.

/** @param {HTMLCanvasElement} canvas @param {PointerEvent} event @returns {[number, number]} */
function place(canvas, event) {
  const box = canvas.getBoundingClientRect();
  const within = (/** @type {number} */ at, /** @type {number} */ most) => Math.max(0, Math.min(most, Math.round(at)));
  return [
    within(((event.clientX - box.left) / box.width) * canvas.width, canvas.width),
    within(((event.clientY - box.top) / box.height) * canvas.height, canvas.height),
  ];
}

/** @param {HTMLCanvasElement} canvas @param {[number, number][][]} strokes */
function draw(canvas, strokes) {
  const pen = canvas.getContext("2d");
  if (pen === null) return;
  pen.clearRect(0, 0, canvas.width, canvas.height);
  pen.strokeStyle = getComputedStyle(canvas).color;
  pen.lineWidth = 4;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  for (const stroke of strokes) {
    pen.beginPath();
    for (const [x, y] of stroke) pen.lineTo(x, y);
    pen.stroke();
  }
}

/** @param {string} text @returns {[number, number][][]} */
const read = (text) =>
  text === ""
    ? []
    : text.split(";").map((stroke) =>
        stroke.split(" ").map((point) => {
          const [x = 0, y = 0] = point.split(",").map(Number);
          return [x, y];
        }),
      );

/** @param {Element} field */
export function sign(field) {
  const canvas = field.querySelector("canvas");
  const kept = field.querySelector("input");
  if (canvas === null || kept === null || field.hasAttribute("data-bereit")) return;
  field.setAttribute("data-bereit", "");
  let strokes = read(kept.value);
  const keep = () => {
    kept.value = strokes.map((stroke) => stroke.map((point) => point.join(",")).join(" ")).join(";");
    draw(canvas, strokes);
  };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    strokes.push([place(canvas, event)]);
    keep();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    const stroke = strokes.at(-1);
    const [x, y] = place(canvas, event);
    const last = stroke?.at(-1);
    // Some hundred points are a name; a point a pixel is none the better.
    if (last !== undefined && Math.hypot(x - last[0], y - last[1]) < 4) return;
    stroke?.push([x, y]);
    keep();
  });
  field.querySelector("button")?.addEventListener("click", () => {
    strokes = [];
    keep();
  });
  draw(canvas, strokes);
}
