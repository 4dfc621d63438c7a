"""Tables of sales."""

from .customer_sales import CustomerSales
from .order import Order, OrderStatus
from .order_line import OrderLine

__all__ = ["CustomerSales", "Order", "OrderLine", "OrderStatus"]
