import { checkGradually, placeText } from "../core/index.ts";
import type { GradualCheck } from "./judgement.ts";

/** The check that the page makes: a finding that was accepted on its line is found again by the line as it is shown. */
export const gradualCheck: GradualCheck = (design) => checkGradually(design, { lineText: placeText });
