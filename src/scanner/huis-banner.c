/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-banner"

#include "huis-banner.h"

#define IAC  0xff
#define SB   0xfa
#define SE   0xf0
#define WILL 0xfb

char *
huis_banner_read_telnet (const char *bytes, gsize length)
{
  const guint8 *in = (const guint8 *) bytes;
  GString *words = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (in[i] != IAC)
        {
          if (in[i] != '\0')
            g_string_append_c (words, (char) in[i]);
          continue;
        }
      if (i + 1 >= length)
        break;
      i++;
      if (in[i] == SB)
        while (i + 1 < length && !(in[i] == IAC && in[i + 1] == SE))
          i++;
      /* WILL, WONT, DO and DONT carry one option; the end of SB is one byte further. */
      if (in[i] >= WILL || in[i] == IAC)
        i++;
    }
  g_strstrip (words->str);

  return g_string_free (words, FALSE);
}
