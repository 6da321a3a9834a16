// @ts-check
/** @typedef {import('./view.js').Point} Point */

/**
 * @typedef {object} GestureTarget
 * @property {(point: Point, onHandle: boolean) => 'divider' | 'pan'} beginDrag what a drag that starts here does
 * @property {(point: Point) => void} moveDivider
 * @property {(by: Point) => void} pan
 * @property {(factor: number, point: Point) => boolean} zoom whether anything changed
 * @property {(point: Point) => void} toggleOneToOne
 * @property {(point: Point) => void} hover
 */

/**
 * Turns pointer and wheel events of the stage into gestures: one finger or the mouse drags the divider or pans, two fingers
 * pinch, the wheel zooms at the pointer, a double click changes between fit and 1:1. Points are device pixels of the stage.
 */
export class Gestures {
  #stage;
  #handle;
  #target;
  /** @type {Map<number, Point>} */
  #pointers = new Map();
  /** @type {'divider' | 'pan' | 'pinch' | null} */
  #drag = null;

  /**
   * @param {HTMLElement} stage
   * @param {HTMLElement} handle the divider's handle, inside the stage
   * @param {GestureTarget} target
   * @param {AbortSignal} signal ends all listening
   */
  constructor(stage, handle, target, signal) {
    this.#stage = stage;
    this.#handle = handle;
    this.#target = target;
    stage.addEventListener('pointerdown', (event) => this.#down(event), { signal });
    stage.addEventListener('pointermove', (event) => this.#move(event), { signal });
    stage.addEventListener('pointerup', (event) => this.#up(event), { signal });
    stage.addEventListener('pointercancel', (event) => this.#up(event), { signal });
    stage.addEventListener('dblclick', (event) => target.toggleOneToOne(this.#point(event)), { signal });
    stage.addEventListener('wheel', (event) => this.#wheel(event), { signal, passive: false });
  }

  /** @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0) {
      return;
    }
    const point = this.#point(event);
    const onHandle = event.composedPath().includes(this.#handle);
    this.#stage.setPointerCapture(event.pointerId);
    this.#pointers.set(event.pointerId, point);
    this.#drag = this.#pointers.size > 1 ? 'pinch' : this.#target.beginDrag(point, onHandle);
    this.#target.hover(point);
    if (this.#drag === 'divider') {
      this.#target.moveDivider(point);
    }
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const point = this.#point(event);
    const last = this.#pointers.get(event.pointerId);
    this.#target.hover(point);
    if (last === undefined) {
      return;
    }
    const before = this.#spread();
    this.#pointers.set(event.pointerId, point);
    switch (this.#drag) {
      case 'divider':
        this.#target.moveDivider(point);
        break;
      case 'pan':
        this.#target.pan({ x: point.x - last.x, y: point.y - last.y });
        break;
      case 'pinch': {
        const after = this.#spread();
        this.#target.pan({ x: after.middle.x - before.middle.x, y: after.middle.y - before.middle.y });
        this.#target.zoom(after.distance / before.distance, after.middle);
        break;
      }
    }
  }

  /** @param {PointerEvent} event */
  #up(event) {
    this.#pointers.delete(event.pointerId);
    // A finger left over after a pinch goes on panning; it must not jerk the divider.
    this.#drag = this.#pointers.size === 0 ? null : this.#pointers.size === 1 ? 'pan' : 'pinch';
  }

  /** @param {WheelEvent} event */
  #wheel(event) {
    const pixels = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 30 : 1);
    const speed = event.ctrlKey ? 0.01 : 0.0025; // a trackpad's pinch arrives as a wheel with Ctrl and small steps
    if (this.#target.zoom(2 ** (-pixels * speed), this.#point(event))) {
      event.preventDefault(); // at the end of the zoom range the page scrolls on
    }
  }

  /** @returns {{middle: Point, distance: number}} of the first two pointers */
  #spread() {
    const [first, second = first] = [...this.#pointers.values()];
    return {
      middle: { x: (first.x + second.x) / 2, y: (first.y + second.y) / 2 },
      distance: Math.max(1, Math.hypot(first.x - second.x, first.y - second.y)),
    };
  }

  /**
   * @param {MouseEvent} event
   * @returns {Point}
   */
  #point(event) {
    const box = this.#stage.getBoundingClientRect();
    return { x: (event.clientX - box.left) * devicePixelRatio, y: (event.clientY - box.top) * devicePixelRatio };
  }
}
