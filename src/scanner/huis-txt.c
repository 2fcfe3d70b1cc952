/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-txt"

#include "huis-txt.h"

#include "huis-text.h"

#include <string.h>

#define TXT_MAX 32

JsonObject *
huis_txt_read (GVariant *records)
{
  JsonObject *txt = json_object_new ();
  gsize count = MIN (g_variant_n_children (records), TXT_MAX);

  for (gsize i = 0; i < count; i++)
    {
      g_autoptr (GVariant) record = g_variant_get_child_value (records, i);
      gsize length;
      const char *bytes = g_variant_get_fixed_array (record, &length, 1);
      const char *equals = length == 0 ? NULL : memchr (bytes, '=', length);
      gsize name_length = equals == NULL ? length : (gsize) (equals - bytes);
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (name_length == 0)
        continue;
      name = huis_text_clean (bytes, (gssize) name_length, HUIS_TEXT_NAME_MAX);
      value = equals == NULL ? g_strdup ("")
                             : huis_text_clean (equals + 1, (gssize) (length - name_length - 1),
                                                HUIS_TEXT_FACT_MAX);
      if (*name != '\0' && !json_object_has_member (txt, name))
        json_object_set_string_member (txt, name, value);
    }

  return txt;
}
