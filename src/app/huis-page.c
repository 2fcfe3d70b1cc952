/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "huis-page"

#include "huis-page.h"

typedef struct
{
  /* Owned */
  HuisSession *session;
  HuisCatalogue *catalogue;
  char *next_label;
  char *state_text;
  gboolean complete;
  gboolean done;

  /* Borrowed from the template, weakly. */
  GtkWidget *main_control;
} HuisPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (HuisPage, huis_page, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_CATALOGUE,
  PROP_NEXT_LABEL,
  PROP_COMPLETE,
  PROP_DONE,
  PROP_STATE_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_string (HuisPage *self, char **member, const char *value, guint property)
{
  if (g_strcmp0 (*member, value) == 0)
    return;

  g_free (*member);
  *member = g_strdup (value);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_boolean (HuisPage *self, gboolean *member, gboolean value, guint property)
{
  value = !!value;
  if (*member == value)
    return;

  *member = value;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
huis_page_real_shown (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  if (priv->main_control != NULL && gtk_widget_grab_focus (priv->main_control))
    return;

  /* From the top: a stack may have put the focus in it already, and TAB goes on from there. */
  gtk_root_set_focus (gtk_widget_get_root (GTK_WIDGET (self)), NULL);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
huis_page_real_hidden (HuisPage *self)
{
}

static gboolean
huis_page_real_next (HuisPage *self)
{
  return FALSE;
}

static gboolean
huis_page_real_back (HuisPage *self)
{
  return FALSE;
}

static void
huis_page_dispose (GObject *object)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (HUIS_PAGE (object));

  g_clear_weak_pointer (&priv->main_control);
  g_clear_object (&priv->session);
  g_clear_object (&priv->catalogue);

  G_OBJECT_CLASS (huis_page_parent_class)->dispose (object);
}

static void
huis_page_finalize (GObject *object)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (HUIS_PAGE (object));

  g_free (priv->next_label);
  g_free (priv->state_text);

  G_OBJECT_CLASS (huis_page_parent_class)->finalize (object);
}

static void
huis_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (HUIS_PAGE (object));

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, priv->session);
      break;
    case PROP_CATALOGUE:
      g_value_set_object (value, priv->catalogue);
      break;
    case PROP_NEXT_LABEL:
      g_value_set_string (value, priv->next_label);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, priv->complete);
      break;
    case PROP_DONE:
      g_value_set_boolean (value, priv->done);
      break;
    case PROP_STATE_TEXT:
      g_value_set_string (value, priv->state_text);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_page_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  HuisPage *self = HUIS_PAGE (object);
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  switch (prop_id)
    {
    case PROP_SESSION:
      priv->session = g_value_dup_object (value);
      break;
    case PROP_CATALOGUE:
      priv->catalogue = g_value_dup_object (value);
      break;
    case PROP_NEXT_LABEL:
      huis_page_set_next_label (self, g_value_get_string (value));
      break;
    case PROP_COMPLETE:
      huis_page_set_complete (self, g_value_get_boolean (value));
      break;
    case PROP_DONE:
      huis_page_set_done (self, g_value_get_boolean (value));
      break;
    case PROP_STATE_TEXT:
      huis_page_set_state_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
huis_page_class_init (HuisPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  const GParamFlags once = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_CONSTRUCT_ONLY;

  object_class->dispose = huis_page_dispose;
  object_class->finalize = huis_page_finalize;
  object_class->get_property = huis_page_get_property;
  object_class->set_property = huis_page_set_property;

  klass->shown = huis_page_real_shown;
  klass->hidden = huis_page_real_hidden;
  klass->next = huis_page_real_next;
  klass->back = huis_page_real_back;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, HUIS_TYPE_SESSION, once);
  properties[PROP_CATALOGUE] =
      g_param_spec_object ("catalogue", NULL, NULL, HUIS_TYPE_CATALOGUE, once);
  properties[PROP_NEXT_LABEL] = g_param_spec_string ("next-label", NULL, NULL, NULL, flags);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, TRUE, flags);
  properties[PROP_DONE] = g_param_spec_boolean ("done", NULL, NULL, FALSE, flags);
  properties[PROP_STATE_TEXT] = g_param_spec_string ("state-text", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
huis_page_init (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  priv->complete = TRUE;
}

HuisSession *
huis_page_get_session (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), NULL);

  return priv->session;
}

HuisCatalogue *
huis_page_get_catalogue (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), NULL);

  return priv->catalogue;
}

const char *
huis_page_get_next_label (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), NULL);

  return priv->next_label;
}

void
huis_page_set_next_label (HuisPage *self, const char *next_label)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_if_fail (HUIS_IS_PAGE (self));

  set_string (self, &priv->next_label, next_label, PROP_NEXT_LABEL);
}

gboolean
huis_page_get_complete (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), FALSE);

  return priv->complete;
}

void
huis_page_set_complete (HuisPage *self, gboolean complete)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_if_fail (HUIS_IS_PAGE (self));

  set_boolean (self, &priv->complete, complete, PROP_COMPLETE);
}

gboolean
huis_page_get_done (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), FALSE);

  return priv->done;
}

void
huis_page_set_done (HuisPage *self, gboolean done)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_if_fail (HUIS_IS_PAGE (self));

  set_boolean (self, &priv->done, done, PROP_DONE);
}

const char *
huis_page_get_state_text (HuisPage *self)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_val_if_fail (HUIS_IS_PAGE (self), NULL);

  return priv->state_text;
}

void
huis_page_set_state_text (HuisPage *self, const char *state_text)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_if_fail (HUIS_IS_PAGE (self));

  set_string (self, &priv->state_text, state_text, PROP_STATE_TEXT);
}

void
huis_page_set_main_control (HuisPage *self, GtkWidget *widget)
{
  HuisPagePrivate *priv = huis_page_get_instance_private (self);

  g_return_if_fail (HUIS_IS_PAGE (self));

  g_set_weak_pointer (&priv->main_control, widget);
}

void
huis_page_shown (HuisPage *self)
{
  g_return_if_fail (HUIS_IS_PAGE (self));

  HUIS_PAGE_GET_CLASS (self)->shown (self);
}

void
huis_page_hidden (HuisPage *self)
{
  g_return_if_fail (HUIS_IS_PAGE (self));

  HUIS_PAGE_GET_CLASS (self)->hidden (self);
}

gboolean
huis_page_next (HuisPage *self)
{
  g_return_val_if_fail (HUIS_IS_PAGE (self), FALSE);

  return HUIS_PAGE_GET_CLASS (self)->next (self);
}

gboolean
huis_page_back (HuisPage *self)
{
  g_return_val_if_fail (HUIS_IS_PAGE (self), FALSE);

  return HUIS_PAGE_GET_CLASS (self)->back (self);
}
