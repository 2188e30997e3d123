/**
 * Own edge program for Sigma 3: a strip of triangles along the curve, with dashes, an arrowhead, a window of days and
 * dimming, all on the graphics card. Moving the brush or dimming changes a uniform and costs one frame.
 */
import { EdgeProgram } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import type { Scene, TimeWindow } from "./scene.ts";
import { EDGE_FLAGS } from "./scene.ts";
import { packColor, toUnit } from "./gl-color.ts";

/** What all programs of one view share and read each frame. */
export interface DrawState {
  scene: Scene | undefined;
  window: TimeWindow;
  dimmed: boolean;
  /** 0xrrggbb. */
  dim: number;
  background: number;
}

/** The row that Sigma hands through for an edge or a node. */
export interface RowData {
  readonly row: number;
}

export interface NodeData extends RowData {
  readonly x: number;
  readonly y: number;
}

const UNIFORMS = [
  "u_matrix",
  "u_viewport",
  "u_sizeScale",
  "u_pixelRatio",
  "u_window",
  "u_undated",
  "u_dimmed",
  "u_dim",
] as const;

const VERTEX = /* glsl */ `
attribute vec3 a_strip;
attribute vec2 a_from;
attribute vec2 a_to;
attribute vec2 a_radii;
attribute vec3 a_shape;
attribute vec4 a_line;
attribute vec2 a_days;
attribute float a_emphasis;
attribute vec4 a_color;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeScale;
uniform vec2 u_window;
uniform float u_undated;
uniform float u_dimmed;
uniform vec3 u_dim;

varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying vec2 v_dash;
varying vec3 v_head;

const float PI = 3.141592653589793;

vec2 pixels(vec2 point) {
  return (u_matrix * vec3(point, 1.0)).xy * u_viewport * 0.5;
}

void main() {
  bool out_of_time = a_days.x > -0.5 && (a_days.x > u_window.y || a_days.y < u_window.x);
  bool undated = a_days.x < -0.5 && a_days.x > -1.5;
  if (a_line.x == 0.0 || out_of_time || (undated && u_undated < 0.5)) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  vec2 from = pixels(a_from);
  vec2 to = pixels(a_to);
  vec2 radii = a_radii * u_sizeScale;
  float grow = clamp(u_sizeScale, 0.7, 1.8);
  float width = a_line.x * grow;
  float head = a_line.z * width;
  vec2 chord = to - from;
  float size = length(chord);
  bool loop = size < 0.5;
  float circle = 9.0 + radii.x * 0.4 + abs(a_shape.x) * grow * 0.6;
  vec2 left = loop ? vec2(0.0) : vec2(-chord.y, chord.x) / size;
  vec2 control = (from + to) * 0.5 + left * 2.0 * (a_shape.x * grow + a_shape.y * size);
  float total = loop
    ? 2.0 * PI * circle
    : (2.0 * size + length(control - from) + length(to - control)) / 3.0;
  float begin = min(radii.x / total, 0.45);
  float tip = max(1.0 - radii.y / total, 0.55);
  float end = max(tip - head / total, begin);
  float t = mix(begin, end, a_strip.x);
  if (a_strip.z > 0.5) t = a_strip.z > 2.5 ? tip : end;

  vec2 at;
  vec2 along;
  if (loop) {
    at = from + circle * vec2(sin(2.0 * PI * t), 1.0 - cos(2.0 * PI * t));
    along = vec2(cos(2.0 * PI * t), sin(2.0 * PI * t));
  } else {
    float s = 1.0 - t;
    at = s * s * from + 2.0 * s * t * control + t * t * to;
    along = normalize(s * (control - from) + t * (to - control));
  }
  vec2 normal = vec2(-along.y, along.x);

  float half_width = width * 0.5;
  v_half = half_width;
  v_along = (t - begin) * total;
  v_dash = vec2(a_line.y, a_shape.z);
  v_across = 0.0;
  v_head = vec3(-1.0);
  if (a_strip.z > 0.5) {
    // The head is as wide as its line is thick, times its ratio; v_head holds distances to its three sides.
    float spread = a_line.w * width * 0.5;
    float slope = sqrt(head * head + spread * spread);
    if (a_strip.z < 1.5) { at += normal * spread; v_head = vec3(0.0, 2.0 * spread * head / slope, 0.0); }
    else if (a_strip.z < 2.5) { at -= normal * spread; v_head = vec3(0.0, 0.0, 2.0 * spread * head / slope); }
    else v_head = vec3(head, 0.0, 0.0);
    if (a_line.z == 0.0) { gl_Position = vec4(2.0, 2.0, 2.0, 1.0); return; }
  } else {
    // One more pixel on each side for the soft edge; the body ends just inside the head.
    v_across = a_strip.y * (half_width + 1.0);
    at += normal * v_across;
    if (a_strip.x > 0.999 && head > 0.0) at += along;
  }
  gl_Position = vec4(at / (u_viewport * 0.5), 0.0, 1.0);

  vec3 color = u_dimmed > 0.5 && a_emphasis < 0.5 ? u_dim : a_color.rgb;
  v_color = vec4(color, 1.0);
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying float v_across;
varying float v_half;
varying float v_along;
varying vec2 v_dash;
varying vec3 v_head;
uniform float u_pixelRatio;

void main() {
  float alpha;
  if (v_head.x > -0.5) {
    float inside = min(v_head.x, min(v_head.y, v_head.z));
    alpha = clamp(inside * u_pixelRatio + 0.5, 0.0, 1.0);
  } else {
    alpha = clamp((v_half - abs(v_across)) * u_pixelRatio + 0.5, 0.0, 1.0);
    if (v_dash.x > 0.0) {
      float phase = mod(v_along, v_dash.x);
      float on = v_dash.y * v_dash.x;
      alpha *= clamp(min(phase, on - phase) * u_pixelRatio + 0.5, 0.0, 1.0);
    }
  }
  gl_FragColor = vec4(v_color.rgb * alpha, alpha);
}
`;

/** Steps of the strip along the curve. */
const CURVE_SEGMENTS = 18;

/** Position along the strip, side, and for the head 1 and 2 its corners, 3 its tip. Joined by empty triangles. */
function stripOf(segments: number): number[][] {
  const strip: number[][] = [];
  for (let i = 0; i <= segments; i++) strip.push([i / segments, -1, 0], [i / segments, 1, 0]);
  return [...strip, [1, 1, 0], [1, 0, 1], [1, 0, 1], [1, 0, 2], [1, 0, 3]];
}

/** The program class that Sigma builds for one type of edge. */
export function edgeProgram(state: DrawState) {
  const strip = stripOf(CURVE_SEGMENTS);
  return class StripProgram extends EdgeProgram<(typeof UNIFORMS)[number], NodeData, RowData> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: strip.length,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: "a_from", size: 2, type: FLOAT },
          { name: "a_to", size: 2, type: FLOAT },
          { name: "a_radii", size: 2, type: FLOAT },
          { name: "a_shape", size: 3, type: FLOAT },
          { name: "a_line", size: 4, type: FLOAT },
          { name: "a_days", size: 2, type: FLOAT },
          { name: "a_emphasis", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_strip", size: 3, type: FLOAT }],
        CONSTANT_DATA: strip,
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
      const { scene } = state;
      if (!scene) return;
      const { edge } = scene;
      const { array } = this;
      const hidden = ((edge.flags[row] ?? 0) & EDGE_FLAGS.hidden) !== 0;
      let i = start;
      array[i++] = source.x;
      array[i++] = source.y;
      array[i++] = target.x;
      array[i++] = target.y;
      array[i++] = source.size;
      array[i++] = target.size;
      array[i++] = edge.offset[row] ?? 0;
      array[i++] = edge.bend[row] ?? 0;
      array[i++] = edge.dashOn[row] ?? 1;
      array[i++] = hidden ? 0 : (edge.width[row] ?? 1);
      array[i++] = edge.dashPeriod[row] ?? 0;
      array[i++] = edge.headLength[row] ?? 0;
      array[i++] = edge.headWidth[row] ?? 0;
      array[i++] = edge.start[row] ?? -2;
      array[i++] = edge.end[row] ?? -2;
      array[i++] = (edge.flags[row] ?? 0) & EDGE_FLAGS.emphasis;
      array[i++] = packColor(edge.color[row] ?? 0);
    }

    override setUniforms(
      { matrix, width, height, sizeRatio, pixelRatio }: RenderParams,
      {
        gl,
        uniformLocations: at,
      }: Parameters<EdgeProgram<(typeof UNIFORMS)[number], NodeData, RowData>["setUniforms"]>[1],
    ): void {
      gl.uniformMatrix3fv(at["u_matrix"] ?? null, false, matrix);
      gl.uniform2f(at["u_viewport"] ?? null, width, height);
      gl.uniform1f(at["u_sizeScale"] ?? null, 1 / sizeRatio);
      gl.uniform1f(at["u_pixelRatio"] ?? null, pixelRatio);
      gl.uniform2f(at["u_window"] ?? null, state.window.from, state.window.to);
      gl.uniform1f(at["u_undated"] ?? null, state.window.undated ? 1 : 0);
      gl.uniform1f(at["u_dimmed"] ?? null, state.dimmed ? 1 : 0);
      gl.uniform3fv(at["u_dim"] ?? null, toUnit(state.dim));
    }
  };
}
