/** Sizes of what stands on the canvas, in pixels at zoom 1. They stand alone, since the first picture needs them and no arrangement. */
export const ROUTER_SIZE = { width: 190, height: 84 } as const;
export const SUBNET_SIZE = { width: 170, height: 56 } as const;
export const CLOUD_SIZE = { width: 150, height: 80 } as const;
