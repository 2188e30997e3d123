export { type DataScience, openDataScience } from "./data-science.ts";
