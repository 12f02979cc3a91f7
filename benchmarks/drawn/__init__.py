"""Born-digital pages whose text is known, drawn in the orders in which producers draw."""
