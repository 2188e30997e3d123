/**
 * Edges as plain lines of one pixel, for graphs too large for curves: two vertices an edge, translucent so that dense
 * places do not turn solid, with the same window of days and dimming as the curves.
 */
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { DrawState, NodeData, RowData } from "./edge-program.ts";
import { packColor, toUnit } from "./gl-color.ts";
import { EDGE_FLAGS } from "./scene.ts";

const UNIFORMS = ["u_matrix", "u_window", "u_undated", "u_dimmed", "u_dim", "u_alpha"] as const;
type Uniform = (typeof UNIFORMS)[number];

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute vec2 a_days;
attribute float a_look;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform vec2 u_window;
uniform float u_undated;
uniform float u_dimmed;
uniform vec3 u_dim;
uniform float u_alpha;

varying vec4 v_color;

void main() {
  bool out_of_time = a_days.x > -0.5 && (a_days.x > u_window.y || a_days.y < u_window.x);
  bool undated = a_days.x < -0.5 && a_days.x > -1.5;
  if (a_look < -0.5 || out_of_time || (undated && u_undated < 0.5)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy, 0.0, 1.0);
  float lit = u_dimmed * step(0.5, a_look);
  float dim = u_dimmed * (1.0 - lit);
  float alpha = mix(u_alpha, 1.0, lit);
  v_color = vec4(mix(a_color.rgb, u_dim, dim) * alpha, alpha);
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;
varying vec4 v_color;
void main() {
  gl_FragColor = v_color;
}
`;

/** Lines drawn fully opaque up to this number; more share their ink. */
const OPAQUE_UP_TO = 2_000;

export function lineProgram(state: DrawState) {
  return class LineProgram extends EdgeProgram<Uniform, NodeData, RowData> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, LINES } = WebGLRenderingContext;
      return {
        VERTICES: 2,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: LINES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_days", size: 2, type: FLOAT },
          { name: "a_look", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
      };
    }

    processVisibleItem(
      _index: number,
      start: number,
      source: NodeDisplayData,
      target: NodeDisplayData,
      data: EdgeDisplayData & Partial<RowData>,
    ): void {
      const { row = 0 } = data;
      const edge = state.scene?.edge;
      if (!edge) return;
      const flags = edge.flags[row] ?? 0;
      const look = flags & EDGE_FLAGS.hidden ? -1 : flags & EDGE_FLAGS.emphasis;
      const color = packColor(edge.color[row] ?? 0);
      const { array } = this;
      let i = start;
      for (const end of [source, target]) {
        array[i++] = end.x;
        array[i++] = end.y;
        array[i++] = edge.start[row] ?? -2;
        array[i++] = edge.end[row] ?? -2;
        array[i++] = look;
        array[i++] = color;
      }
    }

    override setUniforms(
      { matrix }: RenderParams,
      { gl, uniformLocations: at }: Parameters<EdgeProgram<Uniform, NodeData, RowData>["setUniforms"]>[1],
    ): void {
      const edges = state.scene?.edges.length ?? 0;
      gl.uniformMatrix3fv(at["u_matrix"] ?? null, false, matrix);
      gl.uniform2f(at["u_window"] ?? null, state.window.from, state.window.to);
      gl.uniform1f(at["u_undated"] ?? null, state.window.undated ? 1 : 0);
      gl.uniform1f(at["u_dimmed"] ?? null, state.dimmed ? 1 : 0);
      gl.uniform3fv(at["u_dim"] ?? null, toUnit(state.dim));
      gl.uniform1f(at["u_alpha"] ?? null, Math.max(0.12, Math.min(1, Math.sqrt(OPAQUE_UP_TO / edges))));
    }
  };
}
