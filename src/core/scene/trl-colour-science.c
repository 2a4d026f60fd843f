/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be told apart, by whom: differences, contrast and deficient sight, so that a
 * palette is proved by a test and not by an eye. */
#include "scene/trl-colour-science.h"

#include <math.h>
#include <string.h>

typedef struct
{
  double v[3];
} Linear;

static const double to_xyz[9] = { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522,
                                  0.0721750, 0.0193339, 0.1191920, 0.9503041 };
static const double from_xyz[9] = { 3.2404542, -1.5371385, -0.4985314,
                                    -0.969266, 1.8760108,  0.0415560,
                                    0.0556434, -0.2040259, 1.0572252 };
static const double white[3] = { 0.95047, 1.0, 1.08883 };

/* Acting on linear sRGB. */
static const double sight_matrices[TRL_N_SIGHTS][9] = {
  [TRL_SIGHT_DEUTAN_MACHADO] = { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501,
                                 0.047413, -0.011820, 0.042940, 0.968881 },
  [TRL_SIGHT_PROTAN_MACHADO] = { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281,
                                 0.099216, -0.003882, -0.048116, 1.051998 },
  [TRL_SIGHT_TRITAN_MACHADO] = { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809,
                                 0.147602, 0.004733, 0.691367, 0.303900 },
  [TRL_SIGHT_DEUTAN_VIENOT] = { 0.29275, 0.70725, 0, 0.29275, 0.70725, 0, -0.02234,
                                0.02234, 1 },
  [TRL_SIGHT_PROTAN_VIENOT] = { 0.11238, 0.88762, 0, 0.11238, 0.88762, 0, 0.00401,
                                -0.00401, 1 },
};

/* Brettel's two half planes and the plane between them. */
static const double brettel_tritan[2][9] = {
  { 1.01277, 0.13548, -0.14826, -0.01243, 0.86812, 0.14431, 0.07589, 0.80500, 0.11911 },
  { 0.93678, 0.18979, -0.12657, 0.06154, 0.81526, 0.12320, -0.37562, 1.12767, 0.24796 },
};
static const double brettel_normal[3] = { 0.03901, -0.02788, -0.01113 };

static double
linearize (double value)
{
  return value <= 0.04045 ? value / 12.92 : pow ((value + 0.055) / 1.055, 2.4);
}

static double
encode (double value)
{
  value = CLAMP (value, 0, 1);
  return value <= 0.0031308 ? value * 12.92 : 1.055 * pow (value, 1 / 2.4) - 0.055;
}

static Linear
multiply (const double m[9], Linear in)
{
  Linear out;

  for (int i = 0; i < 3; i++)
    out.v[i] = m[3 * i] * in.v[0] + m[3 * i + 1] * in.v[1] + m[3 * i + 2] * in.v[2];
  return out;
}

static Linear
to_linear (TrlColour colour)
{
  return (Linear){ { linearize (colour.r), linearize (colour.g), linearize (colour.b) } };
}

static TrlColour
to_colour (Linear in)
{
  return (TrlColour){ encode (in.v[0]), encode (in.v[1]), encode (in.v[2]), 1 };
}

static double
lab_forward (double t)
{
  return t > 216.0 / 24389 ? cbrt (t) : (24389.0 / 27 * t + 16) / 116;
}

static double
lab_backward (double f)
{
  double cube = f * f * f;

  return cube > 216.0 / 24389 ? cube : (116 * f - 16) * 27 / 24389;
}

static Linear
lab_to_linear (TrlLab lab)
{
  double fy = (lab.l + 16) / 116;
  Linear xyz = { { lab_backward (fy + lab.a / 500) * white[0], lab_backward (fy),
                   lab_backward (fy - lab.b / 200) * white[2] } };

  return multiply (from_xyz, xyz);
}

static gboolean
in_gamut (Linear in)
{
  for (int i = 0; i < 3; i++)
    if (in.v[i] < -1e-6 || in.v[i] > 1 + 1e-6)
      return FALSE;
  return TRUE;
}

gboolean
trl_colour_parse (const char *text, TrlColour *colour)
{
  guint32 rgb = 0;

  if (!text || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (int i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      rgb = rgb * 16 + (guint32) g_ascii_xdigit_value (text[i]);
    }
  *colour = trl_colour_hex (rgb);
  return TRUE;
}

TrlColour
trl_colour_hex (guint32 rgb)
{
  return (TrlColour){ (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0,
                      (rgb & 0xff) / 255.0, 1 };
}

TrlColour
trl_colour_mix (TrlColour a, TrlColour b, double share)
{
  return (TrlColour){ a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share,
                      a.b + (b.b - a.b) * share, 1 };
}

double
trl_colour_luminance (TrlColour colour)
{
  Linear in = to_linear (colour);

  return 0.2126 * in.v[0] + 0.7152 * in.v[1] + 0.0722 * in.v[2];
}

double
trl_colour_contrast (TrlColour a, TrlColour b)
{
  double ya = trl_colour_luminance (a), yb = trl_colour_luminance (b);

  return (MAX (ya, yb) + 0.05) / (MIN (ya, yb) + 0.05);
}

TrlLab
trl_colour_to_lab (TrlColour colour)
{
  Linear xyz = multiply (to_xyz, to_linear (colour));
  double fx = lab_forward (xyz.v[0] / white[0]);
  double fy = lab_forward (xyz.v[1] / white[1]);
  double fz = lab_forward (xyz.v[2] / white[2]);

  return (TrlLab){ 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz) };
}

TrlColour
trl_colour_from_lab (TrlLab lab)
{
  double low = 0, high = 1;
  TrlLab best = { CLAMP (lab.l, 0, 100), 0, 0 };

  lab.l = best.l;
  if (in_gamut (lab_to_linear (lab)))
    return to_colour (lab_to_linear (lab));
  for (int i = 0; i < 24; i++)
    {
      double share = (low + high) / 2;
      TrlLab tried = { lab.l, lab.a * share, lab.b * share };

      if (in_gamut (lab_to_linear (tried)))
        {
          best = tried;
          low = share;
        }
      else
        high = share;
    }
  return to_colour (lab_to_linear (best));
}

static double
radians (double degrees)
{
  return degrees * G_PI / 180;
}

static double
hue_angle (double a, double b)
{
  double angle = atan2 (b, a) * 180 / G_PI;

  return angle < 0 ? angle + 360 : angle;
}

static double
mean_hue (double h1, double h2)
{
  if (fabs (h1 - h2) <= 180)
    return (h1 + h2) / 2;
  return h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
}

static double
hue_step (double h1, double h2)
{
  double step = h2 - h1;

  return step > 180 ? step - 360 : step < -180 ? step + 360 : step;
}

/* The share that high chroma has of itself: C^7 / (C^7 + 25^7), square root. */
static double
chroma_weight (double chroma)
{
  double seventh = pow (chroma, 7);

  return sqrt (seventh / (seventh + 6103515625.0));
}

static double
hue_weight (double hue)
{
  return 1 - 0.17 * cos (radians (hue - 30)) + 0.24 * cos (radians (2 * hue)) +
         0.32 * cos (radians (3 * hue + 6)) - 0.20 * cos (radians (4 * hue - 63));
}

double
trl_lab_difference (TrlLab p, TrlLab q)
{
  double stretch = 1.5 - 0.5 * chroma_weight ((hypot (p.a, p.b) + hypot (q.a, q.b)) / 2);
  double c1 = hypot (p.a * stretch, p.b), c2 = hypot (q.a * stretch, q.b);
  gboolean grey = c1 * c2 == 0;
  double   h1 = c1 > 0 ? hue_angle (p.a * stretch, p.b) : 0;
  double   h2 = c2 > 0 ? hue_angle (q.a * stretch, q.b) : 0;
  double   hue = grey ? h1 + h2 : mean_hue (h1, h2);
  double   light = (p.l + q.l) / 2 - 50, chroma = (c1 + c2) / 2;
  double   turn = 30 * exp (-pow ((hue - 275) / 25, 2));

  double dl = (q.l - p.l) / (1 + 0.015 * light * light / sqrt (20 + light * light));
  double dc = (c2 - c1) / (1 + 0.045 * chroma);
  double dh = 2 * sqrt (c1 * c2) * sin (radians (grey ? 0 : hue_step (h1, h2) / 2)) /
              (1 + 0.015 * chroma * hue_weight (hue));
  double rotation = -2 * chroma_weight (chroma) * sin (radians (2 * turn));

  return sqrt (MAX (0, dl * dl + dc * dc + dh * dh + rotation * dc * dh));
}

static Linear
simulate_brettel (Linear in)
{
  double side = 0;

  for (int i = 0; i < 3; i++)
    side += brettel_normal[i] * in.v[i];
  return multiply (brettel_tritan[side >= 0 ? 0 : 1], in);
}

TrlColour
trl_colour_simulate (TrlColour colour, TrlSight sight)
{
  double grey;

  switch (sight)
    {
    case TRL_SIGHT_NORMAL:
      return colour;
    case TRL_SIGHT_GREY:
      grey = encode (trl_colour_luminance (colour));
      return (TrlColour){ grey, grey, grey, 1 };
    case TRL_SIGHT_TRITAN_BRETTEL:
      return to_colour (simulate_brettel (to_linear (colour)));
    default:
      return to_colour (multiply (sight_matrices[sight], to_linear (colour)));
    }
}

double
trl_colour_find_worst (TrlColour a, TrlColour b, TrlSight *sight)
{
  double least = G_MAXDOUBLE;

  for (TrlSight seen = 0; seen < TRL_N_SIGHTS; seen++)
    {
      double step =
        trl_lab_difference (trl_colour_to_lab (trl_colour_simulate (a, seen)),
                            trl_colour_to_lab (trl_colour_simulate (b, seen)));

      if (step >= least)
        continue;
      least = step;
      *sight = seen;
    }
  return least;
}

double
trl_colour_distance (TrlColour a, TrlColour b)
{
  TrlSight sight;

  return trl_colour_find_worst (a, b, &sight);
}

TrlColour
trl_colour_reach_contrast (TrlColour colour, TrlColour background, double contrast)
{
  TrlLab   lab = trl_colour_to_lab (colour);
  gboolean up = trl_colour_luminance (background) < 0.18;
  double   near = lab.l, far = up ? 100 : 0;

  if (trl_colour_contrast (colour, background) >= contrast)
    return colour;
  for (int i = 0; i < 24; i++)
    {
      double l = (near + far) / 2;

      if (trl_colour_contrast (trl_colour_from_lab ((TrlLab){ l, lab.a, lab.b }),
                               background) >= contrast)
        far = l;
      else
        near = l;
    }
  return trl_colour_from_lab ((TrlLab){ far, lab.a, lab.b });
}
