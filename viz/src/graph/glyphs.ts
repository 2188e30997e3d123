/** Own drawings on a grid of 24 by 24, as paths that both the canvas and pictures use; stroked, never filled. */
export const GLYPH_GRID = 24;

export const GLYPHS: Readonly<Record<string, string>> = {
  flag: "M7 3v18M7 4.5h11l-2.8 3.7L18 12H7",
  columns: "M4 9.5 12 4l8 5.5M4 20h16M7 10v9M12 10v9M17 10v9",
  chevrons: "M5 10l7-5.5L19 10M5 15l7-5.5L19 15M5 20l7-5.5L19 20",
  triangle: "M12 4l8.5 15h-17zM12 10v4",
  bust: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4.5 20.5c.8-4.6 3.6-6.5 7.5-6.5s6.7 1.9 7.5 6.5",
  horn: "M4 10v4h4l7 5V5l-7 5zM18.5 9c1.6 1.8 1.6 4.2 0 6",
  hangar: "M4 20.5V10l8-5.5L20 10v10.5M4 20.5h16M9 20.5v-6h6v6",
  factory: "M4 20V10l5 3.5V10l5 3.5V10l6 4v6zM4 20h16",
  pin: "M12 21s-6.5-6.6-6.5-11.5a6.5 6.5 0 0 1 13 0C18.5 14.4 12 21 12 21zM12 7.8v3.4",
  squad: "M5 6h14v12H5zM5 6l14 12M19 6 5 18",
  bolt: "M13 3 5.5 13.5H11L10 21l8-10.5h-5.5z",
  question: "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18v.2",
};
