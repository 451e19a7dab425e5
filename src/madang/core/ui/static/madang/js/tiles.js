/** Arrow keys on the map of tiles: the nearest tile in that direction. Tab still visits each tile. */

const STEPS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function middle(element) {
  const box = element.getBoundingClientRect();
  return [box.left + box.width / 2, box.top + box.height / 2];
}

function nearest(from, links, [across, down]) {
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const link of links) {
    const [otherX, otherY] = middle(link);
    const ahead = (otherX - x) * across + (otherY - y) * down;
    const aside = Math.abs((otherX - x) * down) + Math.abs((otherY - y) * across);
    if (ahead > 1 && ahead + 2 * aside < least) {
      least = ahead + 2 * aside;
      best = link;
    }
  }
  return best;
}

document.querySelectorAll("[data-tiles]").forEach((map) => {
  map.addEventListener("keydown", (event) => {
    const step = STEPS[event.key];
    const here = event.target.closest("a");
    const next = step && here && nearest(here, map.querySelectorAll("a"), step);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
});
