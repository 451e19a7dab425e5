"""What only PostgreSQL can hold, in one place: append-only tables and walls between rows, as migration operations."""

from django.db.migrations import RunSQL

REFUSE = """
CREATE OR REPLACE FUNCTION madang_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND current_database() LIKE 'test\\_%' THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END $$;
"""


def append_only(table: str) -> RunSQL:
    """Let the database refuse UPDATE, DELETE and (outside of test databases) TRUNCATE on a table."""
    return RunSQL(
        f"""{REFUSE}
        CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table}
          FOR EACH ROW EXECUTE FUNCTION madang_refuse();
        CREATE TRIGGER {table}_no_truncate BEFORE TRUNCATE ON {table}
          FOR EACH STATEMENT EXECUTE FUNCTION madang_refuse();""",
        f"DROP TRIGGER {table}_append_only ON {table}; DROP TRIGGER {table}_no_truncate ON {table};",
    )


def row_wall(table: str, visible: str) -> RunSQL:
    """Show a row only where ``visible`` holds, even to the table's owner. ``wall('office')`` reads who is asking.

    The wall stands behind the permissions: a query that forgets to ask finds nothing instead of everything.
    """
    return RunSQL(
        f"""
        CREATE OR REPLACE FUNCTION wall(what text) RETURNS text LANGUAGE sql STABLE
          AS $$ SELECT coalesce(current_setting('madang.' || what, true), '') $$;
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY {table}_wall ON {table} USING (wall('office') = 'system' OR {visible}) WITH CHECK (true);""",
        f"DROP POLICY {table}_wall ON {table}; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


def sealed_rows(table: str, column: str) -> RunSQL:
    """Let the database refuse UPDATE and DELETE of a row once ``column`` is filled, whoever asks."""
    return RunSQL(
        f"""
        CREATE OR REPLACE FUNCTION madang_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% is sealed: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER {table}_sealed BEFORE UPDATE OR DELETE ON {table}
          FOR EACH ROW WHEN (OLD.{column} IS NOT NULL) EXECUTE FUNCTION madang_sealed();""",
        f"DROP TRIGGER {table}_sealed ON {table};",
    )
