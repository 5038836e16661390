/** The custom properties of the prompt that a record system may set. */
export type Look = Readonly<Record<`--advice-${string}`, string>>;

const colour = /^#(?:[\da-f]{3}|[\da-f]{6})$/i;
const size = /^\d{1,3}(?:\.\d{1,3})?(?:px|rem|em)$/;
const fonts = /^[\w "',-]{1,120}$/;

/**
 * What a record system says of its look (`smart_style_url`), as far as the prompt stays readable with it: a pair of colours
 * with too little contrast is left out, and so is all that is no plain value. Urgent help keeps its own colours.
 *
 * @param style whatever stood at the address
 */
export function lookOf(style: unknown): Look {
  const said = Object(style) as Record<string, unknown>;
  const value = (name: string, form: RegExp) => {
    const text = said[name];
    return typeof text === 'string' && form.test(text) ? text : undefined;
  };
  const ground = value('color_background', colour);
  const text = value('color_text', colour);
  const accent = value('color_highlight', colour);
  // The other tokens of the prompt are made for a light ground.
  const light = ground !== undefined && contrast(ground, '#ffffff') <= 1.3;
  const readable = light && text !== undefined && contrast(ground, text) >= 7;
  const shows = readable && accent !== undefined && contrast(accent, ground) >= 4.5;
  const [radius, font, fontSize] = [
    value('dim_border_radius', size),
    value('font_family_body', fonts),
    value('dim_font_size', size),
  ];
  return {
    ...(readable && { '--advice-surface': ground, '--advice-color': text, '--advice-muted': text }),
    ...(shows && { '--advice-accent': accent, '--advice-on-accent': '#ffffff', '--advice-focus': accent }),
    ...(radius !== undefined && { '--advice-radius': radius }),
    ...(font !== undefined && { '--advice-font': font }),
    ...(fontSize !== undefined && { '--advice-font-size': fontSize }),
  };
}

/** As WCAG 2.2 reckons it: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(full.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
