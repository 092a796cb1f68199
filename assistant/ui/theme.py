"""Colours, type and sizes of every screen; the dark values are the light ones, so a PC in dark mode shows the same."""

from gradio.themes import Base

INK, MUTED, PLACEHOLDER = "#14202B", "#4A5763", "#5B6875"
GROUND, PAPER, HAIRLINE, BORDER = "#F3F5F7", "#FFFFFF", "#D5DBE1", "#6B7885"
BRAND, BRAND_DARK, STOP = "#0B4F8A", "#083A66", "#A8201A"

_VALUES = {
    "body_background_fill": GROUND,
    "body_text_color": INK,
    "body_text_color_subdued": MUTED,
    "background_fill_primary": PAPER,
    "background_fill_secondary": GROUND,
    "block_background_fill": PAPER,
    "block_border_color": HAIRLINE,
    "block_label_text_color": INK,
    "block_title_text_color": INK,
    "block_info_text_color": MUTED,
    "border_color_primary": HAIRLINE,
    "border_color_accent": BRAND,
    "color_accent_soft": "#E7F0F8",
    "input_background_fill": PAPER,
    "input_background_fill_focus": PAPER,
    "input_border_color": BORDER,
    "input_border_color_focus": BRAND,
    "input_placeholder_color": PLACEHOLDER,
    "link_text_color": BRAND,
    "link_text_color_hover": BRAND_DARK,
    "button_primary_background_fill": BRAND,
    "button_primary_background_fill_hover": BRAND_DARK,
    "button_primary_text_color": PAPER,
    "button_primary_text_color_hover": PAPER,
    "button_primary_border_color": BRAND,
    "button_secondary_background_fill": PAPER,
    "button_secondary_background_fill_hover": "#E7F0F8",
    "button_secondary_text_color": BRAND_DARK,
    "button_secondary_text_color_hover": BRAND_DARK,
    "button_secondary_border_color": BRAND,
    "button_cancel_background_fill": STOP,
    "button_cancel_background_fill_hover": "#8A1712",
    "button_cancel_text_color": PAPER,
    "button_cancel_border_color": STOP,
    "checkbox_label_background_fill": PAPER,
    "checkbox_label_background_fill_selected": "#E7F0F8",
    "checkbox_label_text_color": INK,
    "checkbox_label_text_color_selected": INK,
    "checkbox_label_border_color": BORDER,
    "checkbox_background_color": PAPER,
    "checkbox_background_color_selected": BRAND,
    "checkbox_border_color": BORDER,
    "checkbox_border_color_selected": BRAND,
}
_FONTS = ["Noto Sans Devanagari", "Noto Sans", "Nirmala UI", "Mangal", "sans-serif"]


def _theme() -> Base:
    theme = Base(font=list(_FONTS), font_mono=list(_FONTS))
    known = {name: value for name, value in _VALUES.items() if hasattr(theme, name)}
    dark = {f"{name}_dark": value for name, value in known.items() if hasattr(theme, f"{name}_dark")}
    themed: Base = theme.set(**known, **dark)
    return themed


THEME = _theme()
