/** Where one stage looks: what moves its camera, and how the camera gets into the address. */
import type { Store } from "../state/store.ts";
import type { GraphView } from "./graph-view.ts";
import { FrameWatch } from "./level.ts";
import type { Camera } from "./scene.ts";

/** The camera that shows the whole graph. */
export const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };

const ANIMATION_MS = 350;

export class StageCamera {
  private readonly view: GraphView;
  private readonly store: Store;
  private readonly watchFrames: boolean;
  private readonly frames = new FrameWatch();

  /** @param watchFrames  whether slow frames while moving cost detail */
  constructor(view: GraphView, store: Store, watchFrames: boolean) {
    this.view = view;
    this.store = store;
    this.watchFrames = watchFrames;
  }

  /** Called while the camera moves, and once it rests. */
  moved(camera: Camera, settled: boolean): void {
    if (settled) this.store.update({ camera: isWhole(camera) ? undefined : camera }, "replace");
    else if (this.watchFrames)
      requestAnimationFrame((first) => {
        requestAnimationFrame((second) => {
          if (this.frames.add(second - first))
            this.store.dropped.value = Math.min(2, this.store.dropped.peek() + 1);
        });
      });
  }

  /** Back, forward and links within the page bring their camera along. @returns a way to stop */
  followAddress(): () => void {
    let seen = this.store.visits.peek();
    return this.store.watch(() => {
      const now = this.store.visits.value;
      if (now === seen) return;
      seen = now;
      this.view.moveTo(this.store.state.peek().camera ?? WHOLE, 0);
    });
  }

  /**
   * Brings nodes into the middle; all of them where none are given.
   * @param covered  pixels at the foot of the stage that something lies over
   */
  frame(rows?: readonly number[], covered = 0): void {
    const camera = rows ? this.view.cameraFor(rows, covered) : WHOLE;
    this.view.moveTo(camera, this.store.system.reducedMotion ? 0 : ANIMATION_MS);
  }

  zoom(factor: number): void {
    const camera = this.view.camera();
    const ratio = Math.min(4, Math.max(0.02, camera.ratio * factor));
    this.view.moveTo({ ...camera, ratio }, this.store.system.reducedMotion ? 0 : 150);
  }

  pan(dx: number, dy: number): void {
    const camera = this.view.camera();
    this.view.moveTo({ ...camera, x: camera.x + dx * camera.ratio, y: camera.y + dy * camera.ratio }, 0);
  }

  /** Puts a point of the layout into the middle. */
  centerOn(at: { readonly x: number; readonly y: number }): void {
    this.view.moveTo({ ...this.view.centeredOn(at), ratio: this.view.camera().ratio }, 0);
  }
}

const isWhole = ({ x, y, ratio }: Camera) =>
  Math.abs(x - 0.5) < 1e-3 && Math.abs(y - 0.5) < 1e-3 && Math.abs(ratio - 1) < 1e-3;
