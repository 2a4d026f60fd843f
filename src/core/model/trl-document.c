/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one road of change: begin, apply, end.  A step is the list of edits that undo it;
 * undo plays them backwards and what undoes that is the step for redo. */

#include "model/trl-document.h"

#include "model/trl-edit-private.h"

#define LOOK_BACK 32 /* inverses searched for one that already covers a setting */

G_DEFINE_QUARK (TrlModelError, trl_model_error)

typedef struct
{
  char      *name;
  char      *merge_key;
  GPtrArray *inverses; /* TrlEdit */
  GPtrArray *edits;    /* TrlEdit, in the order they were applied; for a witness only */
  guint      mask;
  guint64    serial; /* of the state after the step */
} Step;

struct _TrlDocument
{
  GObject    parent_instance;
  TrlState   state;
  GPtrArray *undo;
  GPtrArray *redo;
  Step      *open; /* between begin and end */
  guint64    last_serial;
  guint64    first_serial; /* of the state with no step */
  guint64    saved_serial;
  guint64    revision;

  TrlWitness witness; /* or NULL */
  gpointer   witness_data;
};

G_DEFINE_FINAL_TYPE (TrlDocument, trl_document, G_TYPE_OBJECT)

static guint changed_signal;

static Step *
step_new (const char *name, const char *merge_key)
{
  Step *step = g_new0 (Step, 1);

  step->name = g_strdup (name);
  step->merge_key = g_strdup (merge_key);
  step->inverses = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_edit_free);
  return step;
}

static void
step_free (gpointer data)
{
  Step *step = data;

  if (!step)
    return;
  g_free (step->name);
  g_free (step->merge_key);
  g_ptr_array_unref (step->inverses);
  g_clear_pointer (&step->edits, g_ptr_array_unref);
  g_free (step);
}

/* A setting whose place an earlier inverse restores needs none of its own; structure in
 * between ends the search, since it may have removed and added the thing. */
static gboolean
step_covers (const Step *step, const TrlEdit *inverse)
{
  guint n = step->inverses->len;

  for (guint i = 0; i < MIN (n, LOOK_BACK); i++)
    {
      const TrlEdit *earlier = step->inverses->pdata[n - 1 - i];

      if (earlier->kind != TRL_EDIT_SET)
        return FALSE;
      if (trl_edit_is_same_target (earlier, inverse))
        return TRUE;
    }
  return FALSE;
}

/* Before it is applied: what it borrows may go with what it removes.  A network that is
 * put in as it is will go on changing. */
static TrlEdit *
remember (const TrlEdit *edit)
{
  TrlEdit *copy = trl_edit_copy (edit);

  if (copy->object)
    {
      TrlNetwork *own = trl_network_copy (copy->object);

      trl_network_unref ((TrlNetwork *) copy->object);
      copy->object = own;
    }
  return copy;
}

/* A row that came last came to a place, which is another where other rows were before. */
static void
name_order (const TrlState *state, TrlEdit *edit)
{
  TrlNetwork *network = trl_state_find_network (state, edit->network, NULL);
  TrlRecord  *record = (TrlRecord *) edit->record;

  if (edit->kind == TRL_EDIT_ADD)
    {
      const TrlTable *table = trl_network_get_table (network, record->kind);

      record->order = trl_table_get_order (table, trl_table_find (table, record->id));
    }
}

static void
step_keep (Step *step, TrlEdit *edit)
{
  if (!step->edits)
    step->edits = g_ptr_array_new_with_free_func ((GDestroyNotify) trl_edit_free);
  g_ptr_array_add (step->edits, edit);
}

static gpointer
top (GPtrArray *stack)
{
  return stack->len > 0 ? stack->pdata[stack->len - 1] : NULL;
}

static void
step_add (Step *step, TrlEdit *inverse)
{
  const TrlEdit *last = top (step->inverses);

  /* The first list is the one to go back to; those between are in the way. */
  if ((inverse->kind == TRL_EDIT_SET && step_covers (step, inverse)) ||
      (inverse->kind == TRL_EDIT_SET_FIGURES && last &&
       last->kind == TRL_EDIT_SET_FIGURES))
    trl_edit_free (inverse);
  else
    g_ptr_array_add (step->inverses, inverse);
}

static Step *
pop (GPtrArray *stack)
{
  return g_ptr_array_steal_index (stack, stack->len - 1);
}

static void
tell_witness (TrlDocument *document, TrlStepKind kind, const Step *step, GPtrArray *edits)
{
  TrlStepNote note = { kind, step->name, step->merge_key, edits };

  if (document->witness && edits && edits->len > 0)
    document->witness (document, &note, document->witness_data);
}

static guint64
current_serial (TrlDocument *document)
{
  const Step *step = top (document->undo);

  return step ? step->serial : document->first_serial;
}

static void
emit_changed (TrlDocument *document, guint mask)
{
  document->revision++;
  g_signal_emit (document, changed_signal, 0, mask);
}

/* Plays a step backwards and gives the step that undoes that.  What cannot be played is
 * an error of ours: the work stays as it is and history, which no longer fits it, ends.
 */
static Step *
play_back (TrlDocument *document, const Step *step, gboolean *good)
{
  Step *reverse = step_new (step->name, NULL);

  *good = TRUE;

  for (guint i = step->inverses->len; i > 0; i--)
    {
      g_autoptr (GError) error = NULL;
      TrlEdit *inverse;

      if (!trl_edit_apply (&document->state, step->inverses->pdata[i - 1], &reverse->mask,
                           &inverse, &error))
        {
          g_critical ("A recorded step cannot be played: %s", error->message);
          *good = FALSE;
          return reverse;
        }
      if (inverse)
        g_ptr_array_add (reverse->inverses, inverse);
    }
  return reverse;
}

/* What stands is kept and counts as not saved. */
static void
end_history (TrlDocument *document)
{
  g_ptr_array_set_size (document->undo, 0);
  g_ptr_array_set_size (document->redo, 0);
  document->first_serial = ++document->last_serial;
}

static void
trl_document_finalize (GObject *object)
{
  TrlDocument *document = TRL_DOCUMENT (object);

  g_ptr_array_unref (document->undo);
  g_ptr_array_unref (document->redo);
  step_free (document->open);
  trl_record_free (document->state.record);
  trl_vocabulary_unref (document->state.vocabulary);
  g_ptr_array_unref (document->state.networks);
  g_ptr_array_unref (document->state.figures);
  G_OBJECT_CLASS (trl_document_parent_class)->finalize (object);
}

static void
trl_document_class_init (TrlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = trl_document_finalize;
  changed_signal = g_signal_new ("changed", TRL_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
trl_document_init (TrlDocument *document)
{
  document->state.record = trl_record_new (TRL_KIND_DOCUMENT, NULL);
  document->state.vocabulary = trl_vocabulary_new_default ();
  document->state.networks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) trl_network_unref);
  document->state.figures = trl_saved_figures_new ();
  document->undo = g_ptr_array_new_with_free_func (step_free);
  document->redo = g_ptr_array_new_with_free_func (step_free);
}

TrlDocument *
trl_document_new (void)
{
  return g_object_new (TRL_TYPE_DOCUMENT, NULL);
}

TrlDocument *
trl_document_new_from_record (const TrlRecord *record)
{
  TrlDocument *document = trl_document_new ();

  g_return_val_if_fail (record->kind == TRL_KIND_DOCUMENT, document);

  trl_record_free (document->state.record);
  document->state.record = trl_record_copy (record);
  return document;
}

TrlDocument *
trl_document_copy (TrlDocument *document)
{
  TrlDocument *copy = trl_document_new_from_record (document->state.record);

  trl_vocabulary_unref (copy->state.vocabulary);
  copy->state.vocabulary = trl_vocabulary_ref (document->state.vocabulary);
  g_ptr_array_unref (copy->state.figures);
  copy->state.figures = g_ptr_array_ref (document->state.figures);
  for (guint i = 0; i < document->state.networks->len; i++)
    g_ptr_array_add (copy->state.networks,
                     trl_network_copy (document->state.networks->pdata[i]));
  return copy;
}

const char *
trl_document_get_id (TrlDocument *document)
{
  return document->state.record->id;
}

const char *
trl_document_get_text (TrlDocument *document, guint prop)
{
  return trl_record_get_text (document->state.record, prop);
}

const TrlRecord *
trl_document_get_record (TrlDocument *document)
{
  return document->state.record;
}

const TrlVocabulary *
trl_document_get_vocabulary (TrlDocument *document)
{
  return document->state.vocabulary;
}

guint
trl_document_get_n_networks (TrlDocument *document)
{
  return document->state.networks->len;
}

TrlNetwork *
trl_document_get_network (TrlDocument *document, guint index)
{
  g_return_val_if_fail (index < document->state.networks->len, NULL);

  return document->state.networks->pdata[index];
}

TrlNetwork *
trl_document_find_network (TrlDocument *document, const char *id)
{
  return trl_state_find_network (&document->state, id, NULL);
}

int
trl_document_get_network_index (TrlDocument *document, const char *id)
{
  guint index;

  return trl_state_find_network (&document->state, id, &index) ? (int) index : -1;
}

guint
trl_document_get_n_figures (TrlDocument *document)
{
  return document->state.figures->len;
}

const TrlSavedFigure *
trl_document_get_figure (TrlDocument *document, guint index)
{
  g_return_val_if_fail (index < document->state.figures->len, NULL);

  return document->state.figures->pdata[index];
}

const TrlSavedFigure *
trl_document_find_figure (TrlDocument *document, const char *id)
{
  for (guint i = 0; id && i < document->state.figures->len; i++)
    {
      const TrlSavedFigure *figure = document->state.figures->pdata[i];

      if (g_str_equal (figure->id, id))
        return figure;
    }
  return NULL;
}

guint64
trl_document_get_revision (TrlDocument *document)
{
  return document->revision;
}

void
trl_document_begin (TrlDocument *document, const char *name, const char *merge_key)
{
  g_return_if_fail (TRL_IS_DOCUMENT (document));
  g_return_if_fail (!document->open);

  document->open = step_new (name, merge_key);
}

void
trl_document_set_witness (TrlDocument *document, TrlWitness witness, gpointer data)
{
  g_return_if_fail (TRL_IS_DOCUMENT (document));
  g_return_if_fail (!document->open);

  document->witness = witness;
  document->witness_data = data;
}

gboolean
trl_document_apply (TrlDocument *document, const TrlEdit *edit, GError **error)
{
  TrlEdit *inverse, *kept;

  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);
  g_return_val_if_fail (document->open, FALSE);

  if (!trl_edit_check (&document->state, edit, error))
    return FALSE;
  kept = document->witness ? remember (edit) : NULL;
  if (!trl_edit_apply (&document->state, edit, &document->open->mask, &inverse, error))
    {
      trl_edit_free (kept);
      return FALSE;
    }
  if (inverse && kept)
    {
      name_order (&document->state, kept);
      step_keep (document->open, g_steal_pointer (&kept));
    }
  trl_edit_free (kept);
  if (inverse)
    step_add (document->open, inverse);
  return TRUE;
}

/* A step joins the one before it when both have the same key and the file was not saved
 * between them. */
static gboolean
can_merge (TrlDocument *document, const Step *step)
{
  const Step *last = top (document->undo);

  return last && step->merge_key && g_strcmp0 (last->merge_key, step->merge_key) == 0 &&
         document->redo->len == 0 && last->serial != document->saved_serial;
}

static void
merge (Step *last, Step *step)
{
  while (step->inverses->len > 0)
    step_add (last, g_ptr_array_steal_index (step->inverses, 0));
}

void
trl_document_end (TrlDocument *document)
{
  Step *step;
  guint mask;

  g_return_if_fail (TRL_IS_DOCUMENT (document));
  g_return_if_fail (document->open);

  step = g_steal_pointer (&document->open);
  mask = step->mask;
  if (step->inverses->len == 0)
    {
      step_free (step);
      return;
    }
  tell_witness (document, TRL_STEP_DO, step, step->edits);
  g_clear_pointer (&step->edits, g_ptr_array_unref);
  if (can_merge (document, step))
    {
      Step *last = top (document->undo);

      merge (last, step);
      step_free (step);
      last->serial = ++document->last_serial;
    }
  else
    {
      step->serial = ++document->last_serial;
      g_ptr_array_add (document->undo, step);
    }
  g_ptr_array_set_size (document->redo, 0);
  emit_changed (document, mask);
}

void
trl_document_cancel (TrlDocument *document)
{
  Step    *step;
  gboolean good;

  g_return_if_fail (TRL_IS_DOCUMENT (document));
  g_return_if_fail (document->open);

  step = g_steal_pointer (&document->open);
  step_free (play_back (document, step, &good));
  step_free (step);
  if (!good)
    end_history (document);
}

/* The edits that will be applied, first to last; before they are, for a network that is
 * put back changes with those that follow. */
static void
tell_played_back (TrlDocument *document, TrlStepKind kind, const Step *step)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();

  for (guint i = step->inverses->len; document->witness && i > 0; i--)
    g_ptr_array_add (edits, step->inverses->pdata[i - 1]);
  tell_witness (document, kind, step, edits);
}

/* Undo and redo are one: take a step from a stack, play it back, put its reverse on the
 * other. */
static gboolean
travel (TrlDocument *document, GPtrArray *from, GPtrArray *to)
{
  Step    *step, *reverse;
  guint64  serial = current_serial (document);
  gboolean good;
  guint    mask;

  g_return_val_if_fail (!document->open, FALSE);

  if (from->len == 0)
    return FALSE;
  step = pop (from);
  tell_played_back (document, from == document->undo ? TRL_STEP_UNDO : TRL_STEP_REDO,
                    step);
  reverse = play_back (document, step, &good);
  reverse->serial = from == document->undo ? serial : step->serial;
  g_ptr_array_add (to, reverse);
  step_free (step);
  mask = reverse->mask;
  if (!good)
    end_history (document); /* frees the reverse too */
  emit_changed (document, mask);
  return good;
}

gboolean
trl_document_undo (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);

  return travel (document, document->undo, document->redo);
}

gboolean
trl_document_redo (TrlDocument *document)
{
  g_return_val_if_fail (TRL_IS_DOCUMENT (document), FALSE);

  return travel (document, document->redo, document->undo);
}

const char *
trl_document_get_undo_name (TrlDocument *document)
{
  const Step *step = top (document->undo);

  return step ? step->name : NULL;
}

const char *
trl_document_get_redo_name (TrlDocument *document)
{
  const Step *step = top (document->redo);

  return step ? step->name : NULL;
}

guint
trl_document_get_n_undo (TrlDocument *document)
{
  return document->undo->len;
}

guint
trl_document_get_n_redo (TrlDocument *document)
{
  return document->redo->len;
}

gboolean
trl_document_is_modified (TrlDocument *document)
{
  return current_serial (document) != document->saved_serial;
}

guint64
trl_document_get_step (TrlDocument *document)
{
  return current_serial (document);
}

void
trl_document_mark_saved (TrlDocument *document)
{
  document->saved_serial = current_serial (document);
}

void
trl_document_mark_saved_step (TrlDocument *document, guint64 step)
{
  document->saved_serial = step;
}

void
trl_document_forget_history (TrlDocument *document)
{
  g_return_if_fail (!document->open);

  g_ptr_array_set_size (document->undo, 0);
  g_ptr_array_set_size (document->redo, 0);
  document->first_serial = ++document->last_serial;
  document->saved_serial = document->first_serial;
  g_signal_emit (document, changed_signal, 0, 0);
}
